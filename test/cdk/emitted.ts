import * as z from 'zod';
import type { ReadAlarm } from './read-alarms.ts';

/** A number that CloudWatch has of a metric, by whatever name the template gives its dimensions. */
export interface Emitted {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly value: number;
}

const lineSchema = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/** What CloudWatch would take from a function's output: the lines in its embedded metric format. */
export function readEmitted(log: string): Emitted[] {
  return log
    .split('\n')
    .filter((line) => line.includes('"_aws"'))
    .flatMap((line) => {
      const parsed = lineSchema.parse(JSON.parse(line.slice(line.indexOf('{'))));
      return parsed._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
        Metrics.map(({ Name }) => ({
          namespace: Namespace,
          name: Name,
          dimensions: Object.fromEntries((Dimensions[0] ?? []).map((key) => [key, parsed[key]])),
          value: Number([parsed[Name]].flat()[0]),
        })),
      );
    });
}

/** The values of an alarm's metrics, by their ids and statistics, from the numbers that have their very dimensions. */
export function measure({ watched }: ReadAlarm, numbers: readonly Emitted[]): Record<string, number | undefined> {
  return Object.fromEntries(
    watched.map(({ id, namespace, name, dimensions, statistic }) => {
      const values = numbers
        .filter((one) => one.namespace === namespace && one.name === name)
        .filter((one) => JSON.stringify(one.dimensions) === JSON.stringify(dimensions))
        .map(({ value }) => value);
      return [id, statisticOf(statistic, values)];
    }),
  );
}

/** Nothing where there are no numbers, as in CloudWatch. */
function statisticOf(statistic: string, values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  const statistics: Record<string, number> = {
    SampleCount: values.length,
    Average: sum / values.length,
    Sum: sum,
    Maximum: Math.max(...values),
  };
  return statistics[statistic];
}
