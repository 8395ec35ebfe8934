import { useState } from 'preact/hooks';
import type { FindingRow } from '../../records/contract/api/findings.ts';
import { askApi, Refused } from '../api/ask-api.ts';
import { CHOICES, type Choice, OWING } from '../triage/choices.ts';
import { useWords } from '../words/use-words.ts';

/** As many as the API takes at a time. */
const MOST = 200;

interface Props {
  readonly chosen: readonly FindingRow[];
  readonly onDone: () => void;
}

/** One decision on everything that is selected; what somebody else decided meanwhile is named and stays theirs. */
export function BulkBar({ chosen, onDone }: Props) {
  const { words, language } = useWords();
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const decide = async (decision: Choice) => {
    if (OWING.has(decision) && note.trim() === '') return setSaid(words.noteOwed);
    const decisions = chosen.slice(0, MOST).map(({ report, key, state }) => ({
      report: { bodyKey: report.bodyKey, year: report.year },
      key,
      decision,
      note,
      expected: state?.version ?? 0,
    }));
    try {
      const { results } = await askApi('decideMany', { body: { decisions } });
      const refused = results.filter(({ outcome }) => outcome !== 'decided');
      if (refused.length === 0) return onDone();
      const by = refused.flatMap((each) => (each.outcome === 'conflict' ? [each.standing.by] : []));
      setSaid(`${words.conflict}: ${refused.length} (${[...new Set(by)].join(', ')})`);
    } catch (fault) {
      setSaid((fault instanceof Refused && fault.problem?.message?.[language]) || words.failed);
    }
  };
  return (
    <section class="bulk" aria-label={words.selected}>
      <b>
        {words.selected} {Math.min(chosen.length, MOST)}
      </b>
      <label>
        {words.note} <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      {CHOICES.map((decision) => (
        <button key={decision} type="button" onClick={() => void decide(decision)}>
          {words[decision]}
        </button>
      ))}
      <span role="status">{said}</span>
    </section>
  );
}
