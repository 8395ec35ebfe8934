import type { FindingRow } from '../../records/contract/api/findings.ts';

interface Named extends Pick<FindingRow, 'key'> {
  readonly report: Pick<FindingRow['report'], 'bodyKey' | 'year'>;
}

/** Names a finding among all: two bodies that made the same mistake have findings of the same key. */
export const nameOfRow = ({ report, key }: Named): string => `${report.bodyKey} ${report.year} ${key}`;
