/**
 * The single table: its key attributes and its indexes. The CDK stack builds the table from this, the adapters query
 * by it, so neither repeats a name. Index attributes are sparse: only items that belong in a list carry them.
 */
export const PRIMARY_KEY = { partition: 'pk', sort: 'sk' } as const;

export const INDEXES = {
  /** Reports of a year, by status and body. */
  reportsByYear: { name: 'reports-by-year', partition: 'year_pk', sort: 'year_sk' },
  /** Open findings, worst first. */
  openFindings: { name: 'open-findings', partition: 'queue_pk', sort: 'queue_sk' },
  /** Ledger entries by the day of their arrival. */
  ledgerByDay: { name: 'ledger-by-day', partition: 'day_pk', sort: 'day_sk' },
  /** Changes of reports: those that no event told of yet, oldest first, and the feed of the others by position. */
  changes: { name: 'changes', partition: 'change_pk', sort: 'change_sk' },
} as const;
