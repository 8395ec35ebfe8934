import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReportFinding } from '../../records/contract/api/reports.ts';
import { useDecisions } from '../triage/use-decisions.ts';
import { useKeys } from '../triage/use-keys.ts';
import { useWords } from '../words/use-words.ts';
import { FindingCard } from './finding-card.tsx';
import type { ReportShown } from './report-shown.ts';

interface Props {
  readonly shown: ReportShown;
  /** In the order in which they are listed. */
  readonly findings: readonly ReportFinding[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
  readonly mayDecide: boolean;
}

/** The findings of a report; a decision leads on to the next one that is open, as in triage and by the same keys. */
export function FindingList({ shown, findings, chosen, onChoose, mayDecide }: Props) {
  const { words } = useWords();
  const decisions = useDecisions();
  const [hasKeys, setHasKeys] = useState(true);
  const [helps, setHelps] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const isMoving = useRef(false);
  const at = findings.findIndex(({ key }) => key === chosen);
  const { bodyKey, body, year } = shown.report.row;
  const rowOf = ({ key, state }: ReportFinding) => ({ report: { bodyKey, year }, key, state });

  const move = (to: number | undefined) => {
    const next = to === undefined ? undefined : findings[to];
    if (!next || next.key === chosen) return;
    isMoving.current = true;
    onChoose(next.key);
  };
  // What had the focus goes with the card that was open. Before the next key: after a frame, the focus of the move before
  // would be set then, and that of the last one never.
  useLayoutEffect(() => {
    if (isMoving.current) list.current?.querySelector<HTMLElement>('.chosen .head')?.focus();
    isMoving.current = false;
  }, [chosen]);
  const leadOn = () => {
    const isOpen = (finding: ReportFinding) => {
      const decision = decisions.standingOf(rowOf(finding))?.decision;
      return decision === undefined || decision === 'reopened';
    };
    const others = [...findings.slice(at + 1), ...findings.slice(0, Math.max(at, 0))];
    const next = others.find(isOpen);
    if (next) move(findings.indexOf(next));
  };
  useKeys(hasKeys, {
    j: () => move(at + 1),
    k: () => move(at - 1),
    u: () => void (mayDecide && decisions.undo().then(move)),
    '?': () => setHelps(!helps),
  });

  return (
    <section class="found" aria-label={words.findings}>
      <div class="heading">
        <h3>
          {/* Beside the tables the heading of the report may have gone out of sight. */}
          <span class="of-report" aria-hidden="true">
            {body ?? words.unknownBody} {year ?? words.unknownYear} ·{' '}
          </span>
          {words.findings} {findings.length}
        </h3>
        <p class="said" role="status">
          {decisions.said}
        </p>
        {findings.length > 0 && (
          <>
            <label>
              <input type="checkbox" checked={hasKeys} onChange={() => setHasKeys(!hasKeys)} /> {words.keysOn}
            </label>
            <button type="button" aria-label={words.keys} aria-expanded={helps} onClick={() => setHelps(!helps)}>
              <kbd>?</kbd>
            </button>
          </>
        )}
      </div>
      {helps && <p class="notice">{words.keysHelp}</p>}
      {findings.length === 0 && <p class="quiet">{words.noFindings}</p>}
      <ol class="findings" ref={list}>
        {findings.map((finding, index) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            at={index}
            shown={shown}
            isChosen={finding.key === chosen}
            onChoose={() => onChoose(finding.key === chosen ? undefined : finding.key)}
            decisions={mayDecide ? decisions : null}
            hasKeys={hasKeys}
            onDecided={leadOn}
          />
        ))}
      </ol>
    </section>
  );
}
