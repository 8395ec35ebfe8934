import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, FormId, TableId } from '../../forms/form.ts';
import type { Draft, DraftBlock, DraftFigure } from '../../samples/writers/draft.ts';
import { layoutReport } from '../../samples/writers/layout-report.ts';
import { writeDocx } from '../../samples/writers/write-docx.ts';
import type { Dress } from './dress.ts';
import { dressedContent } from './dressed-content.ts';
import { dressedSections } from './headings.ts';
import { seededRandom } from './random.ts';
import { dressStructure } from './structure.ts';

export interface ReportToDress {
  /** Figure id to value, money in yuan; null is a blank cell. */
  readonly figures: Readonly<Record<string, number | null>>;
  readonly forms: Readonly<Record<TableId, FormId>>;
  readonly body: string;
  readonly year: number;
  readonly dress: Dress;
  readonly seed: number;
}

export interface ExpectedFigure {
  readonly value: number | null;
  readonly state: DraftFigure['state'] | 'missing';
}

export interface DressedReport {
  readonly bytes: Uint8Array;
  /** Every figure of the report's forms, as a careful reader of these bytes must give it. */
  readonly expected: ReadonlyMap<FigureId, ExpectedFigure>;
}

/** Writes a report in a dress. The same dress and seed give the same bytes. */
export function dressReport({ figures, forms, body, year, dress, seed }: ReportToDress): DressedReport {
  const random = seededRandom(seed);
  const plain = layoutReport({
    title: [body, `${year}年政府信息公开工作年度报告`],
    preface: [`根据《中华人民共和国政府信息公开条例》，现公布${body}${year}年政府信息公开工作年度报告。`],
    sections: dressedSections(year, dress, random),
    forms,
    content: dressedContent(forms, figures, dress, random),
  });
  const draft = dressStructure(plain, dress, random);
  return { bytes: writeDocx(draft, dress.writer), expected: expectedOf(draft, forms) };
}

/** What is left of each figure: a figure whose cell the dress has taken away is missing. */
function expectedOf(draft: Draft, forms: ReportToDress['forms']): Map<FigureId, ExpectedFigure> {
  const drawn = new Map(draft.blocks.flatMap(figuresIn).map(({ id, value, state }) => [id, { value, state }] as const));
  const ids = TABLE_IDS.flatMap((table) => figuresOf(tableForm(forms[table], table))).map(({ id }) => id);
  return new Map(ids.map((id) => [id, drawn.get(id) ?? { value: null, state: 'missing' }]));
}

function figuresIn(block: DraftBlock): DraftFigure[] {
  switch (block.kind) {
    case 'paragraph':
      return [];
    case 'table':
      return block.cells.flatMap((cell) => (cell.figure ? [cell.figure] : []));
    case 'frame':
      return block.blocks.flatMap(figuresIn);
    default:
      return block satisfies never;
  }
}
