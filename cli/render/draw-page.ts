import type { Box, Page } from '../../parsers/document/document.ts';
import type { Ruling } from '../../parsers/pdf/rulings/ruling.ts';

/** Everything that is drawn of one page. Boxes in PDF points from the top left. */
export interface DrawnPage {
  readonly page: Page;
  readonly rulings: readonly Ruling[];
  readonly cells: readonly DrawnCell[];
}

/** A cell of a grid, and what was read from it. */
export interface DrawnCell {
  readonly box: Box;
  readonly kind: 'figure' | 'doubtful' | 'unreadable' | 'label' | 'blank';
  /** Printed small at the foot of the cell. */
  readonly caption?: string;
  /** Shown when pointed at. */
  readonly title?: string;
}

const FILLS: Readonly<Record<DrawnCell['kind'], string>> = {
  figure: '#2f9e4433',
  doubtful: '#f08c0055',
  unreadable: '#e0313155',
  label: '#1c7ed622',
  blank: '#adb5bd22',
};

/**
 * A page as SVG: its words where they stand, the rulings found (red), the cells (blue) and the figures as read (green;
 * orange when doubtful, red when unreadable).
 */
export function drawPage({ page, rulings, cells }: DrawnPage): string {
  const { width, height } = page;
  const words = page.lines.flatMap((line) => line.words.map(({ text, box }) => drawWord(text, box)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${fixed(width * 1.5)}" height="${fixed(height * 1.5)}" viewBox="0 0 ${fixed(width)} ${fixed(height)}">`,
    `<rect width="${fixed(width)}" height="${fixed(height)}" fill="#fff"/>`,
    ...cells.map(drawCell),
    ...rulings.map(drawRuling),
    '<g font-family="Noto Serif CJK SC,SimSun,serif" fill="#212529" lengthAdjust="spacingAndGlyphs">',
    ...words,
    '</g>',
    ...cells.flatMap(drawCaption),
    '</svg>\n',
  ].join('\n');
}

function drawWord(text: string, [x0, y0, x1, y1]: Box): string {
  const size = y1 - y0;
  return `<text x="${fixed(x0)}" y="${fixed(y1 - size * 0.15)}" font-size="${fixed(size)}" textLength="${fixed(Math.max(x1 - x0, 0.1))}" lengthAdjust="spacingAndGlyphs">${markup(text)}</text>`;
}

function drawCell({ box: [x0, y0, x1, y1], kind, title }: DrawnCell): string {
  const rect = `<rect x="${fixed(x0)}" y="${fixed(y0)}" width="${fixed(x1 - x0)}" height="${fixed(y1 - y0)}" fill="${FILLS[kind]}" stroke="#1971c2" stroke-width="0.3"`;
  return title === undefined ? `${rect}/>` : `${rect}><title>${markup(title)}</title></rect>`;
}

function drawCaption({ box: [x0, , x1, y1], caption }: DrawnCell): string[] {
  if (!caption) return [];
  const size = Math.min(3.2, ((x1 - x0) / Math.max(caption.length, 1)) * 1.7);
  return [
    `<text x="${fixed(x0 + 0.5)}" y="${fixed(y1 - 0.7)}" font-family="monospace" font-size="${fixed(size)}" fill="#1864ab">${markup(caption)}</text>`,
  ];
}

function drawRuling({ axis, at, from, to }: Ruling): string {
  const [x0, y0, x1, y1] = axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to];
  return `<line x1="${fixed(x0)}" y1="${fixed(y0)}" x2="${fixed(x1)}" y2="${fixed(y1)}" stroke="#e03131" stroke-width="0.5"/>`;
}

const fixed = (value: number) => String(Math.round(value * 100) / 100);

/** Text of a stranger's document: no markup of its own, and no character that XML does not know. */
const markup = (text: string) =>
  text
    .replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not know
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
