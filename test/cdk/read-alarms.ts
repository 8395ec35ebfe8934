import * as z from 'zod';
import type { Template } from '../../local/template/template.ts';
import { resourcesOf } from './unbundled.ts';

const metricSchema = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
});

const alarmSchema = z.object({
  AlarmDescription: z.string(),
  Threshold: z.number(),
  EvaluationPeriods: z.number(),
  TreatMissingData: z.enum(['breaching', 'notBreaching']),
  ComparisonOperator: z.literal('GreaterThanThreshold'),
  Metrics: z
    .array(
      z.object({
        Id: z.string(),
        Expression: z.string().optional(),
        MetricStat: z.object({ Metric: metricSchema, Stat: z.string() }).optional(),
      }),
    )
    .default([]),
  ...metricSchema.partial().shape,
  Statistic: z.string().optional(),
});

/** A metric that an alarm watches, by the name that its expression gives it. */
export interface Watched {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly statistic: string;
}

export interface ReadAlarm {
  readonly name: string;
  readonly description: string;
  readonly silenceIsHarm: boolean;
  readonly periods: number;
  readonly watched: readonly Watched[];
  /** Whether these values of one period, by the metrics' ids, would count against it. */
  breaches(values: Readonly<Record<string, number | undefined>>): boolean;
}

/** The alarms of a template, by the names that their descriptions begin with. */
export function readAlarms(template: Template): Map<string, ReadAlarm> {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => readAlarm(Properties));
  return new Map(alarms.map((alarm) => [alarm.name, alarm]));
}

function readAlarm(properties: unknown): ReadAlarm {
  const alarm = alarmSchema.parse(properties);
  const single = alarm.Namespace
    ? [{ Id: 'm', MetricStat: { Metric: metricSchema.parse(properties), Stat: alarm.Statistic ?? '' } }]
    : [];
  const watched = [...alarm.Metrics, ...single].flatMap(({ Id, MetricStat }) => {
    if (!MetricStat) return [];
    const { Namespace, MetricName, Dimensions } = MetricStat.Metric;
    const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
    return [{ id: Id, namespace: Namespace, name: MetricName, dimensions, statistic: MetricStat.Stat }];
  });
  const expression = alarm.Metrics.find(({ Expression }) => Expression)?.Expression ?? 'm';
  const [name = ''] = alarm.AlarmDescription.split(':');
  return {
    name,
    description: alarm.AlarmDescription,
    silenceIsHarm: alarm.TreatMissingData === 'breaching',
    periods: alarm.EvaluationPeriods,
    watched,
    breaches: (values) => evaluate(expression, values) > alarm.Threshold,
  };
}

/** As much of CloudWatch's metric math as the alarms use. A missing value that is not filled makes the result missing. */
function evaluate(expression: string, values: Readonly<Record<string, number | undefined>>): number {
  const names = Object.keys(values);
  const script = expression.replaceAll('AND', '&&');
  const run = new Function('IF', 'FILL', ...names, `return ${script};`);
  const result: unknown = run(
    (condition: boolean, yes: number, no: number) => (condition ? yes : no),
    (value: number | undefined, otherwise: number) => value ?? otherwise,
    ...names.map((name) => values[name]),
  );
  return typeof result === 'number' ? result : Number.NaN;
}
