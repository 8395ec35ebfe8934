import { useWords } from '../words/use-words.ts';
import type { Word } from '../words/zh.ts';
import { forgetHanded } from './hand-in.ts';
import type { HandedFile } from './handed-file.ts';
import { stageOf } from './stage-of.ts';
import { UploadRow } from './upload-row.tsx';
import { useFollowed } from './use-followed.ts';

/** In the order in which a file goes through them; what owes something to its sender comes last. */
const STAGES = [
  'waiting',
  'beingSent',
  'loading',
  'received',
  'settling',
  'settled',
  'accepted',
  'needs-review',
  'duplicate',
  'rejected',
  'failedOutcome',
  'notTaken',
  'notArrived',
] as const satisfies readonly Word[];
const UNFINISHED: ReadonlySet<Word> = new Set(STAGES.slice(0, 5));

/** What was handed in here: how many are how far, and each by itself. */
export function UploadList({ handed }: { readonly handed: readonly HandedFile[] }) {
  const { words } = useWords();
  const known = useFollowed(handed);
  const rows = handed.map((one) => {
    const followed = one.upload === null ? undefined : known.get(one.upload);
    return { one, followed, stage: stageOf(one, followed) };
  });
  const finished = rows.flatMap(({ one, stage }) => (UNFINISHED.has(stage) ? [] : [one.name]));
  return (
    <section aria-label={words.handedHere}>
      <div class="heading">
        <h2>{words.handedHere}</h2>
        <span class="said" role="status">
          {words.total} {rows.length}
          {STAGES.flatMap((stage) => {
            const count = rows.filter((row) => row.stage === stage).length;
            return count > 0 ? [` · ${words[stage]} ${count}`] : [];
          })}
        </span>
        {finished.length > 0 && (
          <button type="button" onClick={() => forgetHanded(new Set(finished))}>
            {words.clearFinished}
          </button>
        )}
      </div>
      <ul class="uploads">
        {rows.map(({ one, followed }) => (
          <UploadRow key={one.name} handed={one} followed={followed} />
        ))}
      </ul>
    </section>
  );
}
