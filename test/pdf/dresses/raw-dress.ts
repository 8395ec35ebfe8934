import type { Draft, DraftTable } from '../../../samples/writers/draft.ts';
import type { Random } from '../../dresses/random.ts';
import { layReport } from '../raw/lay-report.ts';
import { writeRaw } from '../raw/write-raw.ts';
import { draftReport, drawChanges } from './draft-report.ts';
import { drawOddities, NO_EXTRAS, type Oddities } from './oddities.ts';
import type { Kind, PdfDress } from './pdf-dress.ts';
import { drawRawLook } from './raw-look.ts';

type RawKind = Extract<Kind, `raw-${string}`>;

/** A report laid out and written by our own hand, for what office software and browsers do not draw here. */
export function dressRaw(seed: number, kind: RawKind, random: Random): PdfDress {
  const isOdd = kind === 'raw-odd';
  const changes = drawChanges(kind !== 'raw-unruled' && !isOdd, random);
  const { draft, truth, about } = draftReport({ dress: changes, seed, random });
  const oddities: Oddities = isOdd ? drawOddities(random) : { names: [], refusals: [] };
  const drawn = drawRawLook({ kind, ...(oddities.font ? { font: oddities.font } : {}) }, random);
  const pages = layReport(random.chance(0.4) ? withNarrowGroups(draft) : draft, drawn.look.layout);
  const odd = oddities.apply?.({ pages, truth, look: drawn.look, random });
  const extras = odd?.extras ?? pages.map(() => NO_EXTRAS);
  const fonts = [...drawn.look.fonts, ...(odd?.fonts ?? [])];
  const bytes = writeRaw(pages, extras, { ...drawn.look, fonts }, random);
  return {
    kind,
    seed,
    source: { from: 'raw', bytes },
    truth: odd?.truth ?? truth,
    ruled: kind !== 'raw-unruled',
    refusals: oddities.refusals,
    about: [...oddities.names, ...about, ...drawn.about],
  };
}

const NARROW = 330;

/** 三、本年度办理结果 in a column so narrow that one character goes to a line. */
function withNarrowGroups(draft: Draft): Draft {
  return { ...draft, blocks: draft.blocks.map((block) => (block.kind === 'table' ? narrowed(block) : block)) };
}

function narrowed(table: DraftTable): DraftTable {
  const isGrouped = table.cells.some((cell) => cell.column === 0 && cell.rowSpan > 12);
  const [first = 0, second = 0, ...rest] = table.widths;
  return isGrouped && first > NARROW ? { ...table, widths: [NARROW, second + first - NARROW, ...rest] } : table;
}
