const GENERATED = '<!-- Made by docs/generate.ts. Do not edit: run `npm run docs`. -->';

/** A table in Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string) => `\`${text}\``;

/** A document from its paragraphs, tables and headings. */
export const page = (...blocks: readonly string[]) => `${[GENERATED, ...blocks].join('\n\n')}\n`;
