import { figuresOf, TABLE_IDS, tableForm } from '../../../forms/catalogue.ts';
import type { FigureId } from '../../../forms/form.ts';
import type { Draft, DraftBlock, DraftFigure } from '../../../samples/writers/draft.ts';
import { layoutReport } from '../../../samples/writers/layout-report.ts';
import { type Dress, dress } from '../../dresses/dress.ts';
import { dressedContent } from '../../dresses/dressed-content.ts';
import { dressedSections } from '../../dresses/headings.ts';
import type { Random } from '../../dresses/random.ts';
import { dressStructure } from '../../dresses/structure.ts';
import { addDecoys } from './decoys.ts';
import { drawFigures, type ReportFigures } from './figures.ts';
import type { TrueFigure } from './pdf-dress.ts';

export interface DraftedReport {
  readonly draft: Draft;
  readonly truth: Map<FigureId, TrueFigure>;
  readonly dress: Dress;
  readonly about: readonly string[];
}

/** What one report differs in from the plain form. Few real ones differ in more than a handful. */
type Change = (random: Random) => Partial<Dress>;

const CONTENT: readonly Change[] = [
  () => ({ wording: 'variants' }),
  () => ({ lostCharacters: true }),
  (random) => ({ characters: random.pick(['half-width', 'full-width', 'mixed', 'spaced']) }),
  (random) => ({ numbers: random.pick(['units', 'thousands', 'spaced', 'full-width', 'mixed']) }),
  () => ({ remarks: true }),
  (random) => ({ zeros: random.pick(['dash', 'blank']) }),
  (random) => ({ zeros: random.pick(['dash', 'blank']) }),
  (random) => ({ headings: random.pick(['variants', 'restarted', 'misnumbered']) }),
];

const STRUCTURE: readonly Change[] = [
  (random) => ({ lineBreaks: random.pick(['breaks', 'paragraphs']) }),
  (random) => ({ merges: random.pick(['blank', 'repeated']) }),
  () => ({ grid: 'misaligned' }),
  () => ({ extraRows: true }),
  () => ({ extraColumn: true }),
  () => ({ footnoteRow: true }),
  () => ({ swappedRows: true }),
  () => ({ missingRows: 2 }),
  () => ({ missingColumn: true }),
  (random) => ({ bands: random.pick(['apart', 'captioned']) }),
  () => ({ oneGrid: true }),
  () => ({ headings: 'absent' }),
];

/** Without rulings only what people tell by alignment: no merges undone, and numbers that fit on a line. */
const UNRULED: readonly Change[] = [
  () => ({ wording: 'variants' }),
  (random) => ({ characters: random.pick(['half-width', 'full-width', 'mixed']) }),
  (random) => ({ zeros: random.pick(['dash', 'blank']) }),
  () => ({ footnoteRow: true }),
  (random) => ({ headings: random.pick(['variants', 'restarted']) }),
  () => ({ missingRows: 1 }),
];

const MOST_CHANGES = 4;

export function drawChanges(ruled: boolean, random: Random): Dress {
  const pool = ruled ? [...CONTENT, ...STRUCTURE] : UNRULED;
  const drawn = random.some(pool, random.int(MOST_CHANGES + 1)).map((change) => change(random));
  return dress('drawn', Object.assign({}, ...drawn));
}

export interface DraftOptions {
  readonly dress: Dress;
  readonly seed: number;
  readonly random: Random;
}

/** A report drawn from a seed, with its truth: what its cells were given, whatever happens to them afterwards. */
export function draftReport({ dress: worn, seed, random }: DraftOptions): DraftedReport {
  const report = drawFigures(seed, random);
  const { figures, forms, body, year } = report;
  const plain = layoutReport({
    title: random.chance(0.3)
      ? [`${body}${year}年政府信息公开工作年度报告`]
      : [body, `${year}年政府信息公开工作年度报告`],
    preface: [
      `根据《中华人民共和国政府信息公开条例》，现公布${body}${year}年政府信息公开工作年度报告。所列数据的统计期限自${year}年1月1日起至12月31日止。`,
    ],
    sections: dressedSections(year, worn, random),
    forms,
    content: dressedContent(forms, figures, worn, random),
  });
  const { draft, about } = addDecoys(dressStructure(plain, worn, random), year, random);
  return { draft, truth: truthOf(draft, forms), dress: worn, about: [...differences(worn), ...about] };
}

/** What is left of each figure in a draft: one whose cell has been taken away is missing. */
function truthOf(draft: Draft, forms: ReportFigures['forms']): Map<FigureId, TrueFigure> {
  const drawn = new Map(draft.blocks.flatMap(figuresIn).map(({ id, value, state }) => [id, { state, value }] as const));
  const ids = TABLE_IDS.flatMap((table) => figuresOf(tableForm(forms[table], table))).map(({ id }) => id);
  return new Map(ids.map((id) => [id, drawn.get(id) ?? { state: 'missing', value: null }]));
}

function figuresIn(block: DraftBlock): DraftFigure[] {
  if (block.kind === 'paragraph') return [];
  if (block.kind === 'frame') return block.blocks.flatMap(figuresIn);
  return block.cells.flatMap((cell) => (cell.figure ? [cell.figure] : []));
}

function differences(worn: Dress): string[] {
  const plain = dress('drawn');
  const names = Object.keys(worn) as (keyof Dress)[];
  return names.filter((name) => worn[name] !== plain[name]).map((name) => `${name}: ${JSON.stringify(worn[name])}`);
}
