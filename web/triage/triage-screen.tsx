import type { FindingRow } from '../../records/contract/api/findings.ts';
import { Awaited } from '../shell/awaited.tsx';
import { Triage } from './triage.tsx';
import { useFindingPages } from './use-finding-pages.ts';

/** One finding at a time, in the order of the queue with the same filters; those decided on are left out unless asked for. */
export function TriageScreen({ query }: { readonly query: URLSearchParams }) {
  const at = query.get('at');
  const of = query.get('of');
  const filters = new URLSearchParams(query);
  for (const name of ['at', 'of', 'view', 'cursor', 'limit']) filters.delete(name);
  // A finding that was pointed at is shown whatever was decided on it.
  if (!filters.has('state') && at === null) filters.set('state', 'open');
  // The same mistake with the same figures has the same key in the reports of two bodies.
  const isPointedAt = ({ key, report }: FindingRow) => key === at && (of === null || report.bodyKey === of);
  const { asking } = useFindingPages(filters, at === null ? undefined : isPointedAt);
  return (
    <Awaited asking={asking}>
      {(pages) => <Triage pages={pages} first={Math.max(0, pages.items.findIndex(isPointedAt))} />}
    </Awaited>
  );
}
