import stringWidth from 'string-width';

/** Prints rows under a header, first column to the left, the others to the right. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => stringWidth(row[at] ?? ''))));
  const pad = (text: string, at: number) => {
    const space = ' '.repeat((widths[at] ?? 0) - stringWidth(text));
    return at === 0 ? text + space : space + text;
  };
  console.log(`\n${title}\n`);
  for (const row of [header, ...rows]) console.log(row.map(pad).join('  '));
}

export const milliseconds = (value: number): string => value.toFixed(2);
export const times = (value: number): string => `${value.toFixed(2)}×`;
export const megabytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);
