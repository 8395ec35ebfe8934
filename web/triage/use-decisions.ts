import { useRef, useState } from 'preact/hooks';
import type { DecisionState } from '../../records/contract/api/decisions.ts';
import type { FindingRow } from '../../records/contract/api/findings.ts';
import { askApi, Refused } from '../api/ask-api.ts';
import { nameOfRow } from '../queue/name-of-row.ts';
import { useWords } from '../words/use-words.ts';
import type { Choice } from './choices.ts';

type Standing = Pick<DecisionState, 'decision' | 'by' | 'at' | 'version'>;

/** A finding that can be decided on: of a list, or of a report that is looked at. */
export interface Decidable extends Pick<FindingRow, 'key'> {
  readonly report: Pick<FindingRow['report'], 'bodyKey' | 'year'>;
  readonly state: Standing | null;
}

/** Take and take back decisions; `said` is what became of the last one. */
export function useDecisions() {
  const { words, name, language } = useWords();
  const [said, setSaid] = useState('');
  const [standing, setStanding] = useState<ReadonlyMap<string, Standing>>(new Map());
  const taken = useRef<{ row: Decidable; at: number }[]>([]);
  const isBusy = useRef(false);
  const standingOf = (row: Decidable): Standing | null => standing.get(nameOfRow(row)) ?? row.state;

  const send = async (row: Decidable, decision: Choice | 'reopened', note: string): Promise<boolean> => {
    // A second key while the first is on its way would decide on the version that the first one replaces.
    if (isBusy.current) return false;
    isBusy.current = true;
    const { report, key } = row;
    const expected = standingOf(row)?.version ?? 0;
    const keep = (state: Standing) => setStanding((before) => new Map(before).set(nameOfRow(row), state));
    try {
      const body = { report: { bodyKey: report.bodyKey, year: report.year }, key, decision, note, expected };
      const state = await askApi('decide', { body });
      keep(state);
      setSaid(`${words.decided}: ${name(decision)}`);
      return true;
    } catch (fault) {
      const problem = fault instanceof Refused ? fault.problem : undefined;
      if (problem?.standing) {
        const { by, decision: theirs, note: why } = problem.standing;
        keep(problem.standing);
        setSaid(`${words.conflict}: ${by} · ${name(theirs)}${why === '' ? '' : ` (${why})`} ${words.conflictHelp}`);
      } else setSaid(problem?.message?.[language] ?? words.failed);
      return false;
    } finally {
      isBusy.current = false;
    }
  };

  return {
    said,
    say: setSaid,
    standingOf,
    async decide(row: Decidable, at: number, decision: Choice, note: string): Promise<boolean> {
      const isDone = await send(row, decision, note);
      if (isDone) taken.current.push({ row, at });
      return isDone;
    },
    /** @returns where in the list the finding stands whose decision was taken back */
    async undo(): Promise<number | undefined> {
      const last = taken.current.at(-1);
      if (!last) {
        setSaid(words.nothingToUndo);
        return undefined;
      }
      if (!(await send(last.row, 'reopened', ''))) return undefined;
      taken.current.pop();
      setSaid(words.undone);
      return last.at;
    },
  };
}
