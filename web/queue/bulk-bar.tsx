import { useContext, useState } from 'preact/hooks';
import type { DecisionResult } from '../../records/contract/api/decisions.ts';
import type { FindingRow } from '../../records/contract/api/findings.ts';
import { askApi, Refused } from '../api/ask-api.ts';
import { MeContext } from '../shell/me.ts';
import { CHOICES, type Choice, OWING, owedOf } from '../triage/choices.ts';
import { useWords } from '../words/use-words.ts';
import { AssignTo, type AssignToProps } from './assign-to.tsx';

/** As many as the API takes at a time. */
const MOST = 200;

interface Props {
  readonly chosen: readonly FindingRow[];
  /** Who reviews reports already. */
  readonly assignees: AssignToProps['assignees'];
  /** Takes what became of it. */
  readonly onDone: (said: string) => void;
}

/** One decision on everything that is selected, or somebody to review it; what somebody else decided meanwhile is named and stays theirs. */
export function BulkBar({ chosen, assignees, onDone }: Props) {
  const { words, language } = useWords();
  const may = useContext(MeContext)?.may ?? [];
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const decide = async (decision: Choice) => {
    if (OWING.has(decision) && note.trim() === '') return setSaid(words[owedOf(decision)]);
    const decisions = chosen.map(({ report, key, state }) => ({
      report: { bodyKey: report.bodyKey, year: report.year },
      key,
      decision,
      note,
      expected: state?.version ?? 0,
    }));
    setIsBusy(true);
    const results: DecisionResult[] = [];
    let fault = '';
    try {
      for (let at = 0; at < decisions.length; at += MOST)
        results.push(...(await askApi('decideMany', { body: { decisions: decisions.slice(at, at + MOST) } })).results);
    } catch (thrown) {
      fault = (thrown instanceof Refused && thrown.problem?.message?.[language]) || words.failed;
    }
    const done = results.filter(({ outcome }) => outcome === 'decided').length;
    const others = results.flatMap((each) => (each.outcome === 'conflict' ? [each.standing.by] : []));
    const told = [`${words.decided} ${done} / ${decisions.length}`, fault];
    if (others.length > 0) told.push(`${words.conflict}: ${others.length} (${[...new Set(others)].join(', ')})`);
    onDone(told.filter((part) => part !== '').join(' · '));
  };
  if (!may.includes('decideMany') && !may.includes('assign')) return null;
  return (
    <section class="bulk" aria-label={words.selected}>
      <b>
        {words.selected} {chosen.length}
      </b>
      {may.includes('decideMany') && (
        <>
          <label>
            {words.note} <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </label>
          {CHOICES.map((decision) => (
            <button key={decision} type="button" disabled={isBusy} onClick={() => void decide(decision)}>
              {words[decision]}
            </button>
          ))}
        </>
      )}
      <span role="status">{said}</span>
      {may.includes('assign') && <AssignTo chosen={chosen} assignees={assignees} onDone={onDone} />}
    </section>
  );
}
