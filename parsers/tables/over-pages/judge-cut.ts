import type { GridView } from '../grid-view.ts';
import type { CutVerdict } from './cut-verdict.ts';
import { judgeHeaderCut } from './judge-header-cut.ts';
import { judgeLabels, judgeOwnLabels } from './judge-labels.ts';
import { countLabelPairs, isStated, isTwoNumbers, isWords, type Pair, pairCells } from './pair-cells.ts';
import { JOINING } from './settings.ts';
import { likenessToHeader, likenessToLine } from './statutory-labels.ts';

/**
 * Judges the last row before a page break and the first behind it by the labels of the forms.
 * @param lower without a header that was repeated
 */
export function judgeCut(upper: GridView, lower: GridView): CutVerdict {
  const last = upper.rows.at(-1) ?? [];
  const first = lower.rows[0] ?? [];
  const { list, isComplete } = pairCells(last, first);
  if (!isComplete || list.length === 0) return 'two-rows';
  if (list.every((pair) => pair.upper.isBlank)) return 'one-row';
  const hasFigures = list.some((pair) => isStated(pair.upper) || isStated(pair.lower));
  if (!hasFigures && list.some(isHeaderPair)) return judgeHeaderCut(list, lower);
  return judgeRowCut(list);
}

const isHeaderPair = ({ upper, lower }: Pair) =>
  [upper.cell.text, lower.cell.text, upper.cell.text + lower.cell.text].some(
    (text) => likenessToHeader(text) >= JOINING.leastKnown,
  );

function judgeRowCut(list: readonly Pair[]): CutVerdict {
  if (list.some(isHeaderOverFigure)) return 'two-rows';
  const count = countLabelPairs(list);
  const figures = list.slice(count);
  const own = list[count - 1];
  if (!own) return countsColumns(list) ? 'two-rows' : 'one-row';
  const groups = list.slice(0, count - 1).map(({ upper, lower }) => judgeLabels(upper.cell.text, lower.cell.text));
  if (groups.includes('two')) return 'two-rows';
  if (own.upper.isBlank || own.lower.isBlank)
    return groups.includes('unclear') || figures.some(isTwoNumbers) ? 'unclear' : 'one-row';
  const verdict = judgeOwnLabels(own.upper.cell.text, own.lower.cell.text);
  if (verdict === 'two') return 'two-rows';
  // Where numbers do not fit together nonetheless, joining them says so.
  if (verdict === 'one') return 'one-row';
  if (figures.some(isTwoNumbers)) return 'two-rows';
  // Words that no label has behind a label, and no figure beside them: a remark that belongs to it.
  const isRemark = likenessToLine(own.lower.cell.text) < JOINING.leastKnown;
  return isRemark && figures.every(({ lower }) => lower.isBlank) ? 'one-row' : 'unclear';
}

function isHeaderOverFigure({ upper, lower }: Pair): boolean {
  if (!isWords(upper) || !isStated(lower)) return false;
  return /[\d０-９]/u.test(lower.cell.text) || likenessToHeader(upper.cell.text) >= JOINING.leastKnown;
}

/** 1, 2, 3 …: the numbers of the columns, over a row of figures. */
const countsColumns = (list: readonly Pair[]) =>
  list.length > 1 && list.every(({ upper }, k) => upper.cell.text.trim() === String(k + 1));
