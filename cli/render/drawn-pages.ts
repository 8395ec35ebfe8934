import type { Box, Cell, Document, Grid } from '../../parsers/document/document.ts';
import type { Figure, Figures } from '../../parsers/figures/figure.ts';
import type { PageContent } from '../../parsers/pdf/page/page-content.ts';
import { findRulings } from '../../parsers/pdf/rulings/find-rulings.ts';
import type { DrawnCell, DrawnPage } from './draw-page.ts';

/** What is to be drawn of each page of a PDF: its words and rulings, the cells found, and the figures read from them. */
export function drawnPages(contents: readonly PageContent[], document: Document, figures: Figures): DrawnPage[] {
  const cells = cellsByPage(document, figures);
  return (document.pages ?? []).map((page) => {
    const content = contents.find((candidate) => candidate.page === page.page);
    return {
      page,
      rulings: content ? findRulings(content, medianSize(content)) : [],
      cells: cells.get(page.page) ?? [],
    };
  });
}

/** The size of most text, in points. */
function medianSize({ glyphs }: PageContent): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function cellsByPage(document: Document, figures: Figures): ReadonlyMap<number, DrawnCell[]> {
  const read = figuresByPlace(figures);
  const byPage = new Map<number, DrawnCell[]>();
  const grids = document.blocks.filter((block): block is Grid => block.kind === 'grid');
  for (const cell of grids.flatMap((grid) => grid.cells)) {
    const { where } = cell;
    if (!('page' in where)) continue;
    where.boxes.forEach((box, at) => {
      const page = where.page + at;
      const drawn = describe(cell, box, read.get(placeKey(where.page, where.boxes[0])));
      byPage.set(page, [...(byPage.get(page) ?? []), drawn]);
    });
  }
  return byPage;
}

type NamedFigure = readonly [id: string, figure: Figure];

function figuresByPlace(figures: Figures): ReadonlyMap<string, NamedFigure> {
  return new Map(
    Object.entries(figures).flatMap(([id, figure]): [string, NamedFigure][] =>
      figure.where && 'page' in figure.where
        ? [[placeKey(figure.where.page, figure.where.boxes[0]), [id, figure]]]
        : [],
    ),
  );
}

const placeKey = (page: number, box: readonly number[] | undefined) => `${page} ${box?.join(' ')}`;

function describe(cell: Cell, box: Box, named: NamedFigure | undefined): DrawnCell {
  const notes = cell.notes.map(({ code }) => code).join(', ');
  if (!named) {
    const kind = cell.text.trim() === '' ? 'blank' : 'label';
    return notes === '' ? { box, kind } : { box, kind, title: notes };
  }
  const [id, figure] = named;
  const kind = figure.state === 'unreadable' ? 'unreadable' : figure.doubtful ? 'doubtful' : 'figure';
  const read = figure.value === null ? figure.state : String(figure.value);
  return {
    box,
    kind,
    caption: `${id.split('.').slice(1).join('.')} = ${read}`,
    title: `${id} = ${read}\n${figure.notes.join(', ')}`,
  };
}
