import { describe, expect, test } from 'vitest';
import { figuresOf, tableForm } from '../../../forms/catalogue.ts';
import type { FigureId, FormId, TableId } from '../../../forms/form.ts';
import type { Cell, Note } from '../../../parsers/document/document.ts';
import { figureSchema } from '../../../parsers/figures/figure-schema.ts';
import { readFigures } from '../../../parsers/figures/read-figures.ts';
import type { FittedCell, MissingReason, StatutoryTable } from '../../../parsers/tables/statutory-table.ts';

const WHERE = { table: 2, row: 5, column: 4, rowSpan: 1, columnSpan: 1 };

function cell(text: string, notes: readonly Note[] = []): Cell {
  return { row: 4, column: 3, rowSpan: 1, columnSpan: 1, text, where: WHERE, notes };
}

/** A table in which one cell was found and every other row is missing. */
function tableWith(id: FigureId, form: FormId, fitted: Partial<FittedCell> & Pick<FittedCell, 'cell'>): StatutoryTable {
  const table = tableOf(id);
  const others = figuresOf(tableForm(form, table)).map((it) => it.id);
  return {
    table,
    form,
    cells: new Map([[id, { header: '', notes: [], nearby: [], again: [], ...fitted }]]),
    missing: new Map(others.filter((it) => it !== id).map((it): [FigureId, MissingReason] => [it, 'row-not-found'])),
    notes: [],
  };
}

function tableOf(id: FigureId): TableId {
  if (id.startsWith('t2')) return 't2';
  return id.startsWith('t3') ? 't3' : 't4';
}

const COUNT: FigureId = 't3.granted.natural_person';
const CHANGE: FigureId = 't2.licensing.change';
const FEES: FigureId = 't2.fees.amount';
const PROCUREMENT: FigureId = 't2.procurement.amount';

function figureOf(id: FigureId, text: string, form: FormId = '2021', fitted: Partial<FittedCell> = {}) {
  return readFigures([tableWith(id, form, { cell: cell(text), ...fitted })])[id];
}

test.each([
  [COUNT, '2021', '3', { value: 3, state: 'stated', doubtful: false, notes: [] }],
  [COUNT, '2021', '3件', { value: 3, unit: '件', doubtful: false }],
  [COUNT, '2021', '', { value: null, state: 'blank', doubtful: false }],
  [COUNT, '2021', '/', { value: null, state: 'dash', doubtful: false }],
  [COUNT, '2021', '若干', { value: null, state: 'unreadable', doubtful: true, notes: ['not-a-number'] }],
  [COUNT, '2021', '1.5', { value: 1.5, state: 'stated' }],
  [COUNT, '2021', '1 2', { value: 12, state: 'stated', doubtful: true, notes: ['space-in-number'] }],
  [
    COUNT,
    '2021',
    '3万元',
    { value: null, state: 'unreadable', doubtful: true, notes: ['unit-in-cell', 'unit-unexpected'] },
  ],
  [COUNT, '2021', '3万', { value: null, state: 'unreadable', doubtful: true }],
  [COUNT, '2021', '1234567890123456', { value: null, state: 'unreadable', notes: ['too-many-digits'] }],
  [CHANGE, '2019', '-18', { value: -18, state: 'stated', doubtful: false }],
  [CHANGE, '2019', '+2', { value: 2, state: 'stated', doubtful: false }],
  [FEES, '2021', '7730.28', { value: 77_302_800, unit: '万元', notes: ['unit-from-form'] }],
  [FEES, '2021', '283070.76元', { value: 283_070.76, unit: '元', doubtful: false }],
  [PROCUREMENT, '2019', '211.509万', { value: 2_115_090, unit: '万' }],
  [PROCUREMENT, '2019', '211.509', { value: null, state: 'unreadable', doubtful: true, notes: ['unit-not-stated'] }],
  [PROCUREMENT, '2019', '0', { value: 0, state: 'stated', doubtful: false }],
] as const)('%s of the %s form from %j', (id, form, text, expected) => {
  const figure = figureOf(id, text, form);
  expect(figure).toMatchObject({ raw: text, where: WHERE, ...expected });
  expect(figureSchema.parse(figure)).toEqual(figure);
});

test('every figure of the form comes out, the missing ones with their reason', () => {
  const figures = readFigures([tableWith(COUNT, '2021', { cell: cell('3') })]);
  expect(Object.keys(figures)).toEqual(figuresOf(tableForm('2021', 't3')).map(({ id }) => id));
  expect(figures['t3.granted.total']).toEqual({
    value: null,
    state: 'missing',
    raw: null,
    where: null,
    notes: ['row-not-found'],
    doubtful: false,
  });
});

describe('doubt', () => {
  test.each(['struck-text', 'field-without-result', 'white-text', 'automatic-number', 'symbol-character'] as const)(
    'comes from the note %s of the cell',
    (code) => {
      expect(figureOf(COUNT, '3', '2021', { cell: cell('3', [{ code }]) })).toMatchObject({ value: 3, doubtful: true });
    },
  );

  test.each(['hidden-text', 'inserted-text', 'deleted-text', 'field-result', 'note-mark'] as const)(
    'does not come from the note %s',
    (code) => {
      const figure = figureOf(COUNT, '3', '2021', { cell: cell('3', [{ code }]) });
      expect(figure).toMatchObject({ value: 3, doubtful: false, notes: [code] });
    },
  );

  test('comes from a column told by order alone, not from a carried header', () => {
    expect(figureOf(COUNT, '3', '2021', { notes: ['column-by-order'] })?.doubtful).toBe(true);
    expect(figureOf(COUNT, '3', '2021', { notes: ['header-carried'] })?.doubtful).toBe(false);
  });

  test('comes from cell and header that state different units', () => {
    const figure = figureOf(FEES, '5元', '2021', { header: '本年收费金额（单位：万元）' });
    expect(figure).toMatchObject({ value: 5, doubtful: true, notes: ['unit-in-cell', 'units-disagree'] });
  });
});

describe('one cell for several figures, or several for one', () => {
  test('a number across several figures is nobody’s', () => {
    const figure = figureOf(COUNT, '3', '2021', { notes: ['merged-value'] });
    expect(figure).toMatchObject({ value: null, state: 'unreadable', raw: '3', doubtful: true });
  });

  test('a blank piece of a cell that is no rectangle is no blank figure: the number may stand in another piece', () => {
    const torn = cell('', [{ code: 'cell-not-rectangular' }]);
    expect(figureOf(COUNT, '', '2021', { cell: torn })).toMatchObject({ state: 'unreadable', doubtful: true });
  });

  test('found twice and alike: read', () => {
    expect(figureOf(COUNT, '3', '2021', { again: [cell('3件')] })).toMatchObject({ value: 3, state: 'stated' });
  });

  test.each(['4', '', '/', '若干'])('found twice and the second time %j: nobody knows', (again) => {
    const figure = figureOf(COUNT, '3', '2021', { again: [cell(again)] });
    expect(figure).toMatchObject({ value: null, state: 'unreadable', doubtful: true, notes: ['found-twice'] });
  });
});
