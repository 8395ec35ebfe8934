import { expect, test } from 'vitest';
import { tableForm } from '../../../forms/catalogue.ts';
import { fitTable } from '../../../parsers/tables/fit-table.ts';
import { viewGrid } from '../../../parsers/tables/grid-view.ts';
import { gridOf, type WholeTable } from './over-pages/cut-table.ts';
import { wholeTable } from './over-pages/report-to-cut.ts';

/** Table 3 of the form of 2021 without the rows of （六） but the last. */
function withoutTwoOfThree(): WholeTable {
  const whole = wholeTable('2021', 't3', {});
  const [first, last] = ['1.申请人无正当理由', '3.其他'].map(
    (label) => whole.cells.find(({ text }) => text.startsWith(label))?.row ?? Number.NaN,
  ) as [number, number];
  const lost = last - first;
  const cells = whole.cells.flatMap((cell) => {
    if (cell.row >= first && cell.row < last && cell.rowSpan === 1) return [];
    if (cell.row === first) return [{ ...cell, rowSpan: 1, text: '' }];
    if (cell.row >= last) return [{ ...cell, row: cell.row - lost }];
    return [cell.row + cell.rowSpan > last ? { ...cell, rowSpan: cell.rowSpan - lost } : cell];
  });
  return { ...whole, rowCount: whole.rowCount - lost, cells };
}

test('3.其他 without the two rows before it is not （六）其他处理 of the form of 2019', () => {
  const view = viewGrid(gridOf(withoutTwoOfThree(), 1));
  const fit = fitTable([view], tableForm('2019', 't3'));
  expect(fit.missing.get('t3.other.total')).toBe('row-not-found');
});
