import fc from 'fast-check';
import { TABLE_IDS, tableForm } from '../../../../forms/catalogue.ts';
import type { FigureId, FormId } from '../../../../forms/form.ts';
import { SECTIONS } from '../../../../forms/sections.ts';
import type { Document, Page } from '../../../../parsers/document/document.ts';
import { layLines, type Piece, type Setting } from './lay-lines.ts';
import { idsOf, type SimulatedTable, simulatedTables, type Texts } from './statutory-cells.ts';

export const PLAIN: Setting = {
  size: 9,
  lineHeight: 1.4,
  labelWidth: 16,
  groupWidth: 5,
  figureWidth: 4,
  padding: 0.3,
  figures: 'center',
  labels: 'left',
  vertical: 'middle',
  pageLines: 60,
  repeatsHeaders: false,
};

/** Every figure of a form by a rule. */
export function textsOf(form: FormId, textOf: (id: FigureId, at: number) => string): Texts {
  const ids = TABLE_IDS.flatMap((table) => idsOf(tableForm(form, table)));
  return Object.fromEntries(ids.map((id, at) => [id, textOf(id, at)]));
}

export interface Simulation {
  readonly form: FormId;
  readonly texts: Texts;
  readonly setting: Setting;
}

/** @param change of the tables before they are set */
export function pagesOf(
  { form, texts, setting }: Simulation,
  change: (table: SimulatedTable) => SimulatedTable = (table) => table,
): readonly Page[] {
  const pieces = SECTIONS.flatMap((section): Piece[] => {
    const heading: Piece = { kind: 'prose', text: section.title.zh };
    const prose: Piece = { kind: 'prose', text: '全年共收到申请 125 件，办结 117 件，比上年增加 8.5 %。' };
    if (!section.table) return [heading, prose];
    const tables = simulatedTables(tableForm(form, section.table), texts);
    const note: Piece = { kind: 'prose', text: '注：另有咨询 64 件未计入。' };
    return [heading, ...tables.map((table): Piece => ({ kind: 'table', table: change(table) })), note];
  });
  return layLines(pieces, setting);
}

/** As the reader gives it where there are no rulings: each line a paragraph. */
export function documentOf(pages: readonly Page[]): Document {
  const blocks = pages.flatMap(({ page, lines }) =>
    lines.map(({ words }) => ({
      kind: 'paragraph' as const,
      text: words.map(({ text }) => text).join(' '),
      notes: [],
      where: { page, boxes: words.slice(0, 1).map(({ box }) => box) },
    })),
  );
  return { format: 'pdf', blocks, notes: [], pages };
}

const figure = fc.oneof(
  { weight: 3, arbitrary: fc.constant('0') },
  { weight: 4, arbitrary: fc.nat(9_999).map(String) },
);

/** Reports as offices set them: every way of a blank, labels wrapped or not, page breaks anywhere. */
export const simulation = (): fc.Arbitrary<Simulation> =>
  fc.constantFrom<FormId>('2019', '2021').chain((form) => {
    const { length } = Object.keys(textsOf(form, () => ''));
    return fc
      .record({
        figures: fc.array(figure, { minLength: length, maxLength: length }),
        zero: fc.constantFrom('0', '0', '-', '—', '/', ''),
        setting: fc.record<Setting>({
          size: fc.constantFrom(7, 9, 10.5, 14),
          lineHeight: fc.constantFrom(1.1, 1.4, 1.8),
          labelWidth: fc.constantFrom(9, 13, 20, 30),
          groupWidth: fc.constantFrom(2.6, 4, 6),
          figureWidth: fc.constantFrom(3, 4, 5),
          padding: fc.constantFrom(0.25, 0.4),
          figures: fc.constantFrom('left', 'center', 'center', 'right'),
          labels: fc.constantFrom('left', 'center'),
          vertical: fc.constantFrom('top', 'middle'),
          pageLines: fc.integer({ min: 30, max: 70 }),
          repeatsHeaders: fc.boolean(),
        }),
      })
      .map(({ figures, zero, setting }) => ({
        form,
        setting,
        texts: textsOf(form, (_, at) => (figures[at] === '0' ? zero : (figures[at] ?? ''))),
      }));
  });
