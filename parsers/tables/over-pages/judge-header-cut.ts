import type { GridView } from '../grid-view.ts';
import type { CutVerdict } from './cut-verdict.ts';
import { judgeLabels } from './judge-labels.ts';
import type { Pair } from './pair-cells.ts';

/** The same for two rows without figures of which one at least prints labels of columns. */
export function judgeHeaderCut(list: readonly Pair[], lower: GridView): CutVerdict {
  // Nothing but blanks: the rest of the header, or a row of figures that nobody filled in when nothing else follows.
  if (list.every((pair) => pair.lower.isBlank)) return lower.rows.length > 1 ? 'one-row' : 'two-rows';
  const verdicts = list
    .filter((pair) => !pair.upper.isBlank && !pair.lower.isBlank)
    .map((pair) => judgeLabels(pair.upper.cell.text, pair.lower.cell.text));
  if (verdicts.length === 0) return 'one-row';
  const [isOne, isTwo] = [verdicts.includes('one'), verdicts.includes('two')];
  if (isOne && isTwo) return 'unclear';
  return isOne ? 'one-row' : 'two-rows';
}
