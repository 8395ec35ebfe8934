import type { PlacedCell } from '../raw/layout.ts';
import { strokeLine } from '../raw/pen.ts';
import type { Marks, Oddity, OddWork } from './odd-work.ts';

const framesOf = (cells: readonly PlacedCell[]) =>
  [...new Set(cells.map(({ table }) => table))].map((table) => {
    const own = cells.filter((cell) => cell.table === table);
    return {
      x0: Math.min(...own.map(({ x0 }) => x0)),
      x1: Math.max(...own.map(({ x1 }) => x1)),
      y0: Math.min(...own.map(({ y0 }) => y0)),
      y1: Math.max(...own.map(({ y1 }) => y1)),
    };
  });

/** Lines that office software draws in and about tables and that bound no cell. */
export const ODD_LINES: readonly Oddity[] = [
  ['slanted corner', slantedCorner],
  ['doubled borders', doubledBorders],
  ['page border', pageBorder],
  ['change bars', changeBars],
  ['red head', redHead],
];

/** 斜线表头: one or two lines from the corner of the first cell of a header. */
function slantedCorner(work: OddWork, marks: Marks): void {
  const isDouble = work.random.chance(0.3);
  work.pages.forEach((page, at) => {
    for (const { role, x0, y0, x1, y1 } of page.cells) {
      if (role !== 'corner') continue;
      marks.over[at]?.push((pen) => {
        pen.put('q 0 G', `${pen.length(0.5)} w`, strokeLine(pen, x0, y0, x1, isDouble ? (y0 + y1) / 2 : y1));
        if (isDouble) pen.put(strokeLine(pen, x0, y0, (x0 + x1) / 2, y1));
        pen.put('Q');
      });
    }
  });
}

/** A second thin line beside some borders. */
function doubledBorders(work: OddWork, marks: Marks): void {
  const { random } = work;
  work.pages.forEach((page, at) => {
    for (const cell of random.some(page.cells, 12)) {
      const gap = random.pick([0.5, 1, 1.5]);
      marks.over[at]?.push((pen) => {
        const { x0, y0, x1, y1 } = cell;
        pen.put(
          `q 0 g ${pen.rectangle(x0, y0 + gap, x1, y0 + gap + 0.25)} f ${pen.rectangle(x0 + gap, y0, x0 + gap + 0.25, y1)} f Q`,
        );
      });
    }
  });
}

/** A border round the page. */
function pageBorder(work: OddWork, marks: Marks): void {
  const { width, height, margins } = work.look.layout;
  const [x, y] = [Math.max(8, margins.side - 12), 24];
  work.pages.forEach((_, at) => {
    marks.under[at]?.push((pen) =>
      pen.put('q 0 G', `${pen.length(1)} w ${pen.rectangle(x, y, width - x, height - y)} S`, 'Q'),
    );
  });
}

/** A line in the margin beside rows that were changed. */
function changeBars(work: OddWork, marks: Marks): void {
  const { random } = work;
  const isRight = random.chance(0.4);
  work.pages.forEach((page, at) => {
    for (const { x0, x1, y0, y1 } of framesOf(page.cells)) {
      const from = random.chance(0.5) ? y0 : y0 + random.int(Math.max(1, Math.floor((y1 - y0) / 2)));
      const to = random.chance(0.5) ? y1 : from + (y1 - from) * 0.6;
      const x = isRight ? x1 + 10 : x0 - 10;
      marks.over[at]?.push((pen) =>
        pen.put('q 1 0 0 RG', `${pen.length(0.75)} w ${strokeLine(pen, x, from, x, to)}`, 'Q'),
      );
    }
  });
}

/** The red line under the head of an official document, and rules above and below the page's text. */
function redHead(work: OddWork, marks: Marks): void {
  const { width, height, margins } = work.look.layout;
  work.pages.forEach((_, at) => {
    marks.over[at]?.push((pen) =>
      pen.put(
        'q 1 0 0 RG',
        `${pen.length(2)} w ${strokeLine(pen, margins.side, margins.top - 6, width - margins.side, margins.top - 6)}`,
        `${pen.length(0.5)} w ${strokeLine(pen, margins.side, height - margins.bottom + 4, width - margins.side, height - margins.bottom + 4)}`,
        'Q',
      ),
    );
  });
}
