import { useWords } from '../words/use-words.ts';
import type { FindingPages } from './use-finding-pages.ts';

/** What stands where there is no finding: none there are, all are done, or the next ones are not there yet. */
export function TriageEnd({ pages: { items, isWhole, hasFailed, goOn } }: { readonly pages: FindingPages }) {
  const { words } = useWords();
  if (hasFailed)
    return (
      <div class="notice" role="alert">
        {words.failed}{' '}
        <button type="button" onClick={goOn}>
          {words.retry}
        </button>
      </div>
    );
  return (
    <p class="notice">
      {isWhole ? (items.length === 0 ? words.emptyQueue : words.done) : words.loading}{' '}
      <a href="/">{words.backToQueue}</a>
    </p>
  );
}
