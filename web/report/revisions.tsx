import { useState } from 'preact/hooks';
import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { List } from '../lists/list.tsx';
import { showMoment } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { DiffTable } from './diff-table.tsx';

interface Props {
  readonly report: ReportAnswer;
  readonly path: { readonly body: string; readonly year: string };
}

/** The revisions of a report, the newest first; each can be shown, and any two compared. */
export function Revisions({ report: { revisions, revision, row, names }, path }: Props) {
  const { words } = useWords();
  const [compared, setCompared] = useState<{ from: string; to: string } | null>(null);
  const linkTo = (id: string) => (id === row.newest.revision ? '?' : `?revision=${encodeURIComponent(id)}`);
  const choose = (side: 'from' | 'to', label: string) => (
    <label>
      {label}{' '}
      <select onChange={(event) => compared && setCompared({ ...compared, [side]: event.currentTarget.value })}>
        {revisions.map(({ revision: id, number }) => (
          <option key={id} value={id} selected={id === compared?.[side]}>
            {words.revision} {number}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="revisions" aria-label={words.revisions}>
      <h3>{words.revisions}</h3>
      <List
        heads={[words.revision, words.status, words.recorded, words.fingerprint, words.compare]}
        rows={revisions
          .map(({ revision: id, number, publishedAt, sha256, outcome }, index) => [
            <a key={id} href={linkTo(id)} aria-current={id === revision.revision ? 'true' : undefined}>
              {words.revision} {number}
            </a>,
            words[outcome],
            showMoment(publishedAt),
            <code key={sha256}>{sha256.slice(0, 16)}</code>,
            index > 0 && (
              <button
                type="button"
                key={id}
                onClick={() => setCompared({ from: revisions[index - 1]?.revision ?? id, to: id })}
              >
                {words.compareWithBefore}
              </button>
            ),
          ])
          .toReversed()}
      />
      {compared && (
        <>
          <p class="bar">
            {choose('from', words.before)} {choose('to', words.after)}
          </p>
          <DiffTable path={path} from={compared.from} to={compared.to} names={names} />
        </>
      )}
    </section>
  );
}
