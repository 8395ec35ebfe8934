import { useRef, useState } from 'preact/hooks';
import type { ReportFinding } from '../../records/contract/api/reports.ts';
import { type Choice, OWING, owedOf } from '../triage/choices.ts';
import { DecideBar } from '../triage/decide-bar.tsx';
import type { useDecisions } from '../triage/use-decisions.ts';
import { showMoment } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { FindingText } from './finding-text.tsx';
import type { ReportShown } from './report-shown.ts';

interface Props {
  readonly finding: ReportFinding;
  /** Where it stands in the list. */
  readonly at: number;
  readonly shown: ReportShown;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Nothing where the caller may not decide, or an earlier revision is shown. */
  readonly decisions: ReturnType<typeof useDecisions> | null;
  readonly hasKeys: boolean;
  readonly onDecided: () => void;
}

/** One finding of a report: a line, and once it is chosen its numbers, its suspects and the deciding. */
export function FindingCard({ finding, at, shown, isChosen, onChoose, decisions, hasKeys, onDecided }: Props) {
  const { words, name, language } = useWords();
  const [note, setNote] = useState('');
  const [owing, setOwing] = useState<Choice | null>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const isStillChosen = useRef(isChosen);
  isStillChosen.current = isChosen;
  const { bodyKey, year } = shown.report.row;
  const row = { report: { bodyKey, year }, key: finding.key, state: finding.state };
  const standing = decisions ? decisions.standingOf(row) : finding.state;
  const choose = async (choice: Choice) => {
    if (!decisions) return;
    if (OWING.has(choice) && note.trim() === '') {
      setOwing(choice);
      decisions.say(words[owedOf(choice)]);
      noteField.current?.focus();
    } else if (await decisions.decide(row, at, choice, note.trim())) {
      setOwing(null);
      setNote('');
      noteField.current?.blur();
      // Who has gone elsewhere meanwhile stays there.
      if (isStillChosen.current) onDecided();
    }
  };
  return (
    <li class={isChosen ? 'card chosen' : 'card'}>
      <button type="button" class="head" aria-expanded={isChosen} onClick={onChoose}>
        <span class={`mark ${finding.severity}`}>{words[finding.severity]}</span>
        <span class="message">{finding.message[language]}</span>
        <span class="quiet">{standing ? name(standing.decision) : words.open}</span>
      </button>
      {isChosen && (
        <div class="inside">
          <FindingText finding={finding} shown={shown} />
          {standing && (
            <p class="quiet">
              {words.state}: {name(standing.decision)} · {standing.by} ·{' '}
              <time dateTime={standing.at}>{showMoment(standing.at)}</time>
              {finding.state && finding.state.version === standing.version && finding.state.note !== '' && (
                <> · {finding.state.note}</>
              )}
            </p>
          )}
          {decisions && (
            <DecideBar
              pressed={owing ?? standing?.decision}
              note={note}
              onNote={setNote}
              onChoose={(choice) => void choose(choice)}
              onSubmit={() => owing && void choose(owing)}
              noteField={noteField}
              hasKeys={hasKeys}
            />
          )}
        </div>
      )}
    </li>
  );
}
