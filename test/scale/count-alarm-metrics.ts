import type { Template } from '../../local/template/template.ts';

/** Alarms are billed by the metrics that they watch: one that computes with three is billed as three. */
export function countAlarmMetrics({ Resources }: Template): number {
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .reduce((sum, { Properties }) => sum + watched(Properties?.Metrics), 0);
}

function watched(metrics: unknown): number {
  if (!Array.isArray(metrics)) return 1;
  return metrics.filter((metric: object) => 'MetricStat' in metric).length;
}
