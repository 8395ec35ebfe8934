import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { useFocusedCell } from './focused-cell.ts';
import type { ReportShown } from './report-shown.ts';

type Figure = ReportAnswer['record']['figures'][string];

const isTroubled = ({ doubtful, state }: Figure): boolean => doubtful || state === 'missing' || state === 'unreadable';

/** Figures that were not found, cannot be read or were read with doubt, each with its reason. */
export function TroubledFigures({ shown: { report, places } }: { readonly shown: ReportShown }) {
  const { words, language } = useWords();
  const { focus } = useFocusedCell();
  const { record, names, says } = report;
  const troubled = Object.entries(record.figures).filter(([, figure]) => isTroubled(figure));
  if (troubled.length === 0) return null;
  return (
    <details>
      <summary>
        <b>{troubled.length}</b> {words.figuresInTrouble}
      </summary>
      <ul class="checks">
        {troubled.map(([id, { raw, notes, state }]) => {
          const place = places.get(id);
          const name = names[id]?.[language] ?? id;
          return (
            <li key={id}>
              {place ? (
                <button type="button" class="term" onClick={() => focus(place, 'finding')}>
                  {name}
                </button>
              ) : (
                name
              )}{' '}
              {raw !== null && <q lang="zh-CN">{raw.trim()}</q>} <span class="quiet">{words[state]}</span>{' '}
              {notes.map((note) => says[note]?.[language] ?? note).join(language === 'zh' ? '；' : '; ')}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
