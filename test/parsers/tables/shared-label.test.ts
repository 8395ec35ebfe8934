import { expect, test } from 'vitest';
import { tableForm } from '../../../forms/catalogue.ts';
import { fitTable } from '../../../parsers/tables/fit-table.ts';
import { viewGrid } from '../../../parsers/tables/grid-view.ts';
import { gridOf } from './over-pages/cut-table.ts';
import { wholeTable } from './over-pages/report-to-cut.ts';

/** Table 3 in which the border between the labels of its last two rows is not drawn, that between the figures is. */
function withOneLabelForTwo(code: 'border-unclear' | undefined) {
  const whole = wholeTable('2021', 't3', { 't3.processed_total.total': 93, 't3.carried_out.total': 3 });
  const grid = gridOf(whole, 1);
  const last = grid.rowCount - 1;
  const [total, carried] = ['（七）总计', '四、结转下年度继续办理'].map((text) =>
    grid.cells.find((cell) => cell.text === text),
  );
  if (!total || !carried) throw new Error('the labels are not there');
  const merged = { ...carried, row: last - 1, rowSpan: 2, text: `${total.text}\n${carried.text}` };
  const cells = grid.cells.filter((cell) => cell !== total && cell !== carried);
  return { ...grid, cells: [...cells, { ...merged, notes: code ? [{ code }] : [] }] };
}

test.each([
  ['drawn in part', 'border-unclear'],
  ['not drawn at all', undefined],
] as const)('figures beside a label whose border to the row above is %s are nobody’s', (_, code) => {
  const fit = fitTable([viewGrid(withOneLabelForTwo(code))], tableForm('2021', 't3'));
  for (const id of ['t3.processed_total.total', 't3.carried_out.total'] as const) {
    const fitted = fit.cells.get(id);
    expect(fitted === undefined || fitted.notes.includes('label-shared')).toBe(true);
  }
});
