import stringWidth from 'string-width';

export const widthOf = stringWidth;

/** Pads to a width in terminal columns, in which a Chinese character takes two. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Cuts a text to a width, with `…` where something was cut. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines up rows of cells; the last column is left as it is. */
export function lineUp(rows: readonly (readonly string[])[], gap = '  '): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, k) => Math.max(...rows.map((row) => stringWidth(row[k] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, k) => (k === row.length - 1 ? cell : padEnd(cell, widths[k] ?? 0)))
      .join(gap)
      .trimEnd(),
  );
}
