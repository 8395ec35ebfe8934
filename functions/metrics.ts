/**
 * The metrics that the functions write into their logs, in CloudWatch's embedded metric format. CloudWatch sums by the
 * dimensions given, so an alarm names exactly these; the stack takes them from here.
 */
export const METRICS_NAMESPACE = 'gouji';

export const METRICS = {
  /** Uploads whose ledger entry was settled; one series for each outcome, by the dimension `outcome`. */
  uploadsSettled: { name: 'UploadsSettled', service: 'ingest' },
  /**
   * 1 for each of these that ended `rejected` or `failed`, 0 for each that did not: its average is the share of them, and
   * it has a number wherever an upload was settled.
   */
  uploadsRefused: { name: 'UploadsRefused', service: 'ingest' },
  /** Uploads in the inbox that the last run of the reconciler found without a settled entry for too long. */
  uploadsMissing: { name: 'UploadsMissing', service: 'reconcile' },
  /** Changes of reports that no event told of yet. */
  changesPending: { name: 'ChangesPending', service: 'publish' },
  /** Age of the oldest of these, in seconds. */
  oldestChangeSeconds: { name: 'OldestChangeSeconds', service: 'publish' },
} as const;

/** What CloudWatch finds a metric by: `service` is written beside each by the package that writes them. */
export interface MetricSource {
  readonly name: string;
  readonly service: string;
}
