import { decimalToNumber } from '../../../parsers/figures/decimal.ts';
import { readNumber } from '../../../parsers/figures/read-number.ts';

/** How a cell's text is read, on one line: `1234 件`, `blank`, `unreadable: several-numbers`. */
export function readingOf(text: string): string {
  const reading = readNumber(text);
  switch (reading.state) {
    case 'blank':
    case 'dash':
      return reading.state;
    case 'unreadable':
      return `unreadable: ${reading.notes.join(' ')}`;
    case 'stated':
      return `${decimalToNumber(reading.decimal)} ${reading.unit}`.trim();
    default:
      return reading satisfies never;
  }
}

export const notesOf = (text: string): string => [...readNumber(text).notes].sort().join(' ');
