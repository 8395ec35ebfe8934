import { writeDocx } from '../../../samples/writers/write-docx.ts';
import { WRITER_IDS } from '../../../samples/writers/writer.ts';
import type { Dress } from '../../dresses/dress.ts';
import { type Random, seededRandom } from '../../dresses/random.ts';
import { draftReport, drawChanges } from './draft-report.ts';
import { drawHtmlLook } from './html-look.ts';
import { KINDS, type Kind, type PdfDress } from './pdf-dress.ts';
import { dressRaw } from './raw-dress.ts';
import { restyleDocx } from './restyle-docx.ts';
import { writeHtml } from './write-html.ts';

/** Draws a report with all that it is dressed in. The same seed and kind give the same dress. */
export function dressPdf(seed: number, kind: Kind): PdfDress {
  const random = seededRandom(seed * KINDS.length + KINDS.indexOf(kind));
  switch (kind) {
    case 'chromium-ruled':
      return dressHtml(seed, kind, random);
    case 'chromium-unruled':
      return dressHtml(seed, kind, random);
    case 'libreoffice':
      return dressOffice(seed, random);
    case 'raw-ruled':
    case 'raw-unruled':
    case 'raw-odd':
      return dressRaw(seed, kind, random);
    default:
      return kind satisfies never;
  }
}

function dressHtml(seed: number, kind: Kind, random: Random): PdfDress {
  const ruled = kind === 'chromium-ruled';
  // Where a browser chooses the widths, slivers between header and figures become columns that nobody could tell.
  const worn: Dress = { ...drawChanges(ruled, random), grid: 'clean' };
  const { draft, truth, about } = draftReport({ dress: worn, seed, random });
  const look = drawHtmlLook(ruled, random);
  const html = writeHtml(draft, look);
  return {
    kind,
    seed,
    source: { from: 'html', html, options: look.options },
    truth,
    ruled,
    refusals: [],
    about: [...about, ...look.about],
  };
}

/** What LibreOffice prints as the file means it: nothing tracked or hidden (it prints some of that), no fields, no rows that start in the margin. */
function dressOffice(seed: number, random: Random): PdfDress {
  const content = drawChanges(true, random);
  const worn: Dress = {
    ...content,
    writer: random.pick(WRITER_IDS),
    automaticNumbering: random.chance(0.2),
    horizontal: random.pick<Dress['horizontal']>(['gridSpan', 'gridSpan', 'hMerge']),
    bookmarks: random.pick<Dress['bookmarks']>(['none', 'cells', 'rows']),
    controls: random.pick<Dress['controls']>(['none', 'none', 'rows', 'cells']),
    frame: random.chance(0.05),
  };
  const { draft, truth, about } = draftReport({ dress: worn, seed, random });
  const styled = restyleDocx(writeDocx(draft, worn.writer), random);
  return {
    kind: 'libreoffice',
    seed,
    source: { from: 'docx', docx: styled.docx },
    truth,
    ruled: true,
    refusals: [],
    about: [...about, ...styled.about],
  };
}
