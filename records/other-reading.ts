import type { ReportRecord } from './report-record.ts';

/**
 * Whether a reading of the same bytes is worth a revision of its own: read by other versions, and saying something else.
 * What only bears newer versions says nothing new to whoever relies on it.
 */
export function isOtherReading(before: ReportRecord, after: ReportRecord): boolean {
  return asText(before.versions) !== asText(after.versions) && asText(bare(before)) !== asText(bare(after));
}

const bare = ({ versions: _, ...record }: ReportRecord) => record;

/** The same for the same content, in whatever order its fields were written, stored or not. */
const asText = (value: unknown) => JSON.stringify(value, inOrder);

const inOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
