import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { Triage } from './triage.tsx';

/** One finding at a time, in the order of the queue with the same filters; those decided on are left out unless asked for. */
export function TriageScreen({ query }: { readonly query: URLSearchParams }) {
  const at = query.get('at');
  const filters = new URLSearchParams(query);
  for (const name of ['at', 'view', 'cursor']) filters.delete(name);
  // A finding that was pointed at is shown whatever was decided on it.
  if (!filters.has('state') && at === null) filters.set('state', 'open');
  filters.set('limit', '500');
  const findings = useAnswer(`triage?${filters}`, (signal) => askApi('listFindings', { query: filters, signal }));
  return (
    <Awaited asking={findings}>
      {({ items }) => (
        <Triage
          items={items}
          first={Math.max(
            0,
            items.findIndex(({ key }) => key === at),
          )}
        />
      )}
    </Awaited>
  );
}
