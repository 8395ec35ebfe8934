import { useRef, useState } from 'preact/hooks';
import { askApi, Refused } from '../api/ask-api.ts';
import { useWords } from '../words/use-words.ts';
import { isSamePlace, useFocusedCell } from './focused-cell.ts';
import type { ReportShown } from './report-shown.ts';

interface Props {
  readonly shown: ReportShown;
  readonly onDone: () => void;
}

/** Say what the cell that is looked at really holds. What was read stays; the correction is kept beside it with its author. */
export function CorrectReading({ shown, onDone }: Props) {
  const { words } = useWords();
  const { place } = useFocusedCell();
  const figure = [...shown.places].find(([, at]) => isSamePlace(place, at))?.[0];
  return (
    <details class="correct">
      <summary>{words.correctReading}</summary>
      <p class="quiet">{words.correctReadingNote}</p>
      {figure === undefined ? (
        <p>{words.chooseCell}</p>
      ) : (
        // What was written about one cell must not be sent about another.
        <CorrectFigure key={figure} figure={figure} shown={shown} onDone={onDone} />
      )}
    </details>
  );
}

function CorrectFigure({ figure, shown: { report }, onDone }: Props & { readonly figure: string }) {
  const { words, language } = useWords();
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const isBusy = useRef(false);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy.current) return;
    const number = value.trim() === '' ? null : Number(value);
    if (number !== null && !Number.isFinite(number)) return setSaid(words.noNumber);
    const { row, revision } = report;
    isBusy.current = true;
    try {
      await askApi('overlay', {
        body: {
          report: { bodyKey: row.bodyKey, year: row.year },
          revision: revision.revision,
          figure,
          value: number,
          reason: reason.trim(),
        },
      });
      setSaid(words.corrected);
      setReason('');
      onDone();
    } catch (fault) {
      setSaid((fault instanceof Refused && fault.problem?.message?.[language]) || words.failed);
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <>
      <form class="bar" onSubmit={(event) => void send(event)}>
        <b>{report.names[figure]?.[language] ?? figure}</b>
        <label>
          {words.correctValue}{' '}
          <input inputMode="decimal" size={10} value={value} onInput={(event) => setValue(event.currentTarget.value)} />
        </label>
        <label>
          {words.note}{' '}
          <input required maxLength={2000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <button type="submit">{words.correctReading}</button>
      </form>
      <p role="status">{said}</p>
    </>
  );
}
