import { useState } from 'preact/hooks';
import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { DiffTable } from './diff-table.tsx';

interface Props {
  readonly report: ReportAnswer;
  readonly path: { readonly body: string; readonly year: string };
}

/** The revisions of a report; each can be shown, and compared with the one before it. */
export function Revisions({ report: { revisions, revision, row, names }, path }: Props) {
  const { words } = useWords();
  const [compared, setCompared] = useState<string | null>(null);
  const at = revisions.findIndex((one) => one.revision === compared);
  const [before, after] = [revisions[at - 1], revisions[at]];
  return (
    <>
      <h3>{words.revisions}</h3>
      <ul class="checks">
        {revisions.map(({ revision: id, number, publishedAt, sha256, outcome }, index) => (
          <li key={id} aria-current={id === revision.revision ? 'true' : undefined}>
            <a href={id === row.newest.revision ? '?' : `?revision=${encodeURIComponent(id)}`}>
              {words.revision} {number}
            </a>{' '}
            · {words[outcome]} · {words.published} {publishedAt.slice(0, 10)} · {words.fingerprint}{' '}
            <code>{sha256.slice(0, 16)}</code>{' '}
            {index > 0 && (
              <button
                type="button"
                aria-expanded={id === compared}
                onClick={() => setCompared(id === compared ? null : id)}
              >
                {words.compareWithBefore}
              </button>
            )}
          </li>
        ))}
      </ul>
      {before && after && <DiffTable path={path} from={before.revision} to={after.revision} names={names} />}
    </>
  );
}
