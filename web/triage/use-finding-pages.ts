import { useRef, useState } from 'preact/hooks';
import type { FindingRow, FindingsAnswer } from '../../records/contract/api/findings.ts';
import { askApi } from '../api/ask-api.ts';
import { type Asking, useAnswer } from '../api/use-answer.ts';

type Part = Pick<FindingsAnswer, 'items' | 'next' | 'total'>;

/** The findings of a list as far as they were read. */
export interface FindingPages {
  readonly items: readonly FindingRow[];
  /** Of the whole list, as it was when it was begun. */
  readonly total: number;
  readonly isWhole: boolean;
  /** Reads the next ones, unless they are being read. */
  readonly goOn: () => void;
  /** They did not come; `goOn` asks again. */
  readonly hasFailed: boolean;
}

/** As many as the API gives at a time. */
const LIMIT = '500';

/**
 * Findings of a list, which may be longer than any answer.
 * @param isWanted the list is read on at once until it holds such a finding
 */
export function useFindingPages(
  filters: URLSearchParams,
  isWanted: ((row: FindingRow) => boolean) | undefined,
): { readonly asking: Asking<FindingPages> } {
  const [rest, setRest] = useState<Part>({ items: [], next: null, total: 0 });
  const [hasFailed, setHasFailed] = useState(false);
  const isBusy = useRef(false);
  const first = useAnswer(`pages?${filters}`, async (signal) => {
    let part = await askPart(filters, null, signal);
    while (isWanted && part.next !== null && !part.items.some(isWanted))
      part = joined(part, await askPart(filters, part.next, signal));
    return part;
  });
  const { answer, ...others } = first;
  if (!answer) return { asking: others };
  const known = rest.items.length > 0 ? joined(answer, rest) : answer;
  const goOn = () => {
    if (isBusy.current || known.next === null) return;
    isBusy.current = true;
    setHasFailed(false);
    askPart(filters, known.next)
      .then(
        (part) => setRest((before) => joined(before, part)),
        () => setHasFailed(true),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  const { items, next, total } = known;
  const isWhole = next === null;
  return {
    asking: { ...others, answer: { items, total: isWhole ? items.length : total, isWhole, goOn, hasFailed } },
  };
}

const joined = ({ items, total }: Part, more: Part): Part => ({
  items: [...items, ...more.items],
  next: more.next,
  total,
});

const askPart = (filters: URLSearchParams, cursor: string | null, signal?: AbortSignal): Promise<Part> => {
  const query = new URLSearchParams(filters);
  query.set('limit', LIMIT);
  if (cursor !== null) query.set('cursor', cursor);
  return askApi('listFindings', { query, ...(signal ? { signal } : {}) });
};
