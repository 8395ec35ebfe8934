import { reportPath } from '../queue/report-path.ts';
import { useWords } from '../words/use-words.ts';
import { handInAgain } from './hand-in.ts';
import { type HandedFile, judgeFile } from './handed-file.ts';
import { stageOf } from './stage-of.ts';
import type { Followed } from './use-followed.ts';

interface Props {
  readonly handed: HandedFile;
  readonly followed: Followed | undefined;
}

/** One file: how far it is, and then what was read of it or what to do about it. */
export function UploadRow({ handed, followed }: Props) {
  const { words, language } = useWords();
  const stage = stageOf(handed, followed);
  const settlement = followed === 'lost' ? null : followed?.settlement;
  const { body, year, bodyKey, duplicateOf, message } = settlement ?? {};
  const isRead = body !== undefined || bodyKey !== undefined;
  const named = `${body ?? words.unknownBody} ${year ?? words.unknownYear}`;
  const share = Math.floor((handed.sent ?? 0) * 100);
  const said = handed.refused ?? (followed === 'lost' ? null : message);
  return (
    <li class={`handed ${stage}`}>
      <b class="file">{handed.fileName}</b>
      <span class="stage">
        {words[stage]}
        {stage === 'beingSent' && (
          <>
            {' '}
            {share}% <progress value={handed.sent ?? 0} aria-label={handed.fileName} />
          </>
        )}
      </span>
      <div class="told">
        {isRead && <p>{bodyKey ? <a href={reportPath({ bodyKey, year: year ?? null })}>{named}</a> : named}</p>}
        {duplicateOf && (
          <p>
            {words.duplicateOf}
            <q>{duplicateOf}</q>
          </p>
        )}
        {stage === 'notArrived' && <p>{words.uploadFailed}</p>}
        {said && <p>{said[language]}</p>}
        {(stage === 'notArrived' || stage === 'notTaken') && handed.chosen && !judgeFile(handed.chosen.file) && (
          <button type="button" onClick={() => handInAgain(handed.name)}>
            {words.retry}
          </button>
        )}
      </div>
    </li>
  );
}
