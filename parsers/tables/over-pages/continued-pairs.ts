import type { CutRow } from './cut-row.ts';
import { judgeLabels } from './judge-labels.ts';
import { isStated, type Pair } from './pair-cells.ts';

/** The merged cells that the break cuts between two rows: labels of groups and, in a header, what is higher than a row. */
export function continuedPairs(list: readonly Pair[], upper: CutRow, lower: CutRow): readonly Pair[] {
  const isInHeader = upper.isHeader && lower.isHeader;
  return list.filter((pair) => {
    const { upper: above, lower: below } = pair;
    if (above.isBlank && below.isBlank) return false;
    if (isHighFigure(pair)) return true;
    if (!isInHeader && !isGroupPair(pair, upper, lower)) return false;
    return judgeLabels(above.cell.text, below.cell.text) === 'one';
  });
}

/** A number in a cell of several rows belongs to none of them alone: left whole, the fitting gives it to none. */
const isHighFigure = ({ upper, lower }: Pair): boolean =>
  (upper.cell.rowSpan > 1 || lower.cell.rowSpan > 1) &&
  ((isStated(upper) && lower.isBlank) || (isStated(lower) && upper.isBlank));

/** It stands before the label of either row's own. */
const isGroupPair = ({ upper, lower }: Pair, above: CutRow, below: CutRow): boolean =>
  above.own !== undefined &&
  below.own !== undefined &&
  upper.end <= above.own.start &&
  lower.end <= below.own.start &&
  !(isStated(upper) && isStated(lower));
