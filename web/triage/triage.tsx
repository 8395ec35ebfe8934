import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { reportPath } from '../queue/report-path.ts';
import { FindingInReport } from '../report/finding-in-report.tsx';
import { MeContext } from '../shell/me.ts';
import { showMoment } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { type Choice, OWING, owedOf } from './choices.ts';
import { DecideBar } from './decide-bar.tsx';
import { TriageEnd } from './triage-end.tsx';
import { useDecisions } from './use-decisions.ts';
import type { FindingPages } from './use-finding-pages.ts';
import { useKeys } from './use-keys.ts';

/** Findings that are still to come when the next ones are asked for. */
const AHEAD = 20;

interface Props {
  readonly pages: FindingPages;
  /** Position of the finding to begin with. */
  readonly first: number;
}

/** Decide on one finding after the other, by keys or by buttons. */
export function Triage({ pages, first }: Props) {
  const { items, total, isWhole, goOn } = pages;
  const { words, name } = useWords();
  const mayDecide = useContext(MeContext)?.may.includes('decide') ?? false;
  const [at, setAt] = useState(first);
  const [note, setNote] = useState('');
  const [owing, setOwing] = useState<Choice | null>(null);
  const [hasKeys, setHasKeys] = useState(true);
  const [helps, setHelps] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const { said, say, standingOf, decide, undo } = useDecisions();
  const row = items[at];
  const now = useRef(at);
  now.current = at;
  /** Where the next ones are not there yet, one can wait for them. */
  const last = isWhole ? items.length - 1 : items.length;

  const isNearEnd = !isWhole && at >= items.length - AHEAD;
  // Once for each part: one that did not come is asked for again by hand.
  useEffect(() => {
    if (isNearEnd) goOn();
  }, [isNearEnd, items.length]);

  const move = (to: number) => {
    setAt(Math.min(Math.max(to, 0), items.length));
    setNote('');
    setOwing(null);
  };
  const choose = async (choice: Choice) => {
    if (!row || !mayDecide) return;
    if (OWING.has(choice) && note.trim() === '') {
      setOwing(choice);
      say(words[owedOf(choice)]);
      noteField.current?.focus();
    } else if (await decide(row, at, choice, note.trim())) {
      // Who has gone elsewhere meanwhile stays there, with what is written there.
      if (now.current !== at) return;
      noteField.current?.blur();
      move(at + 1);
    }
  };
  const takeBack = async () => {
    const to = await undo();
    if (to !== undefined) move(to);
  };
  useKeys(hasKeys, {
    j: () => move(Math.min(at + 1, last)),
    k: () => move(at - 1),
    u: () => void (mayDecide && takeBack()),
    '?': () => setHelps(!helps),
  });

  const standing = row ? standingOf(row) : null;
  return (
    <>
      <div class="bar">
        <b class="position">{`${Math.min(at + 1, total)} / ${total}`}</b>
        <button type="button" disabled={at === 0} onClick={() => move(at - 1)}>
          {words.previous} <kbd>k</kbd>
        </button>
        <button type="button" disabled={at >= last} onClick={() => move(at + 1)}>
          {words.next} <kbd>j</kbd>
        </button>
        {mayDecide && (
          <button type="button" onClick={() => void takeBack()}>
            {words.undo} <kbd>u</kbd>
          </button>
        )}
        <label>
          <input type="checkbox" checked={hasKeys} onChange={() => setHasKeys(!hasKeys)} /> {words.keysOn}
        </label>
        <button type="button" aria-expanded={helps} onClick={() => setHelps(!helps)}>
          {words.keys} <kbd>?</kbd>
        </button>
      </div>
      {helps && <p class="notice">{words.keysHelp}</p>}
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
      {!row ? (
        <TriageEnd pages={pages} />
      ) : (
        <>
          <h2>
            <a href={reportPath(row.report)}>{row.report.body ?? words.unknownBody}</a>{' '}
            {row.report.year ?? words.unknownYear}
          </h2>
          {standing && (
            <p class="quiet">
              {words.state}: {name(standing.decision)} · {standing.by} ·{' '}
              <time dateTime={standing.at}>{showMoment(standing.at)}</time>
            </p>
          )}
          <FindingInReport key={`${reportPath(row.report)} ${row.key}`} report={row.report} findingKey={row.key}>
            {mayDecide ? (
              <DecideBar
                pressed={owing ?? standing?.decision}
                note={note}
                onNote={setNote}
                onChoose={(choice) => void choose(choice)}
                onSubmit={() => owing && void choose(owing)}
                noteField={noteField}
                hasKeys={hasKeys}
              />
            ) : (
              <p class="quiet">{words.notAllowed}</p>
            )}
          </FindingInReport>
        </>
      )}
    </>
  );
}
