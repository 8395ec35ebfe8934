import { PdfTrouble } from '../../file/pdf-trouble.ts';
import type { ContentBudget } from '../content-budget.ts';

/** A range longer than this is kept as a range. The specification ends ranges with the last byte of a code (9.7.5). */
const LONGEST_SPREAD = 256;
/** Long ranges looked through for each new code. */
const MOST_LONG_RANGES = 256;

interface LongRange<Value> {
  readonly first: number;
  readonly last: number;
  readonly valueAt: (offset: number) => Value;
}

/** What a character map or an array of widths gives to codes. What is put later replaces what was put before. */
export class CodeMap<Value> {
  private readonly values = new Map<number, Value>();
  private readonly longRanges: LongRange<Value>[] = [];
  private readonly budget: ContentBudget;

  constructor(budget: ContentBudget) {
    this.budget = budget;
  }

  get isEmpty(): boolean {
    return this.values.size === 0 && this.longRanges.length === 0;
  }

  put(code: number, value: Value): void {
    this.budget.takeEntries(1);
    this.values.set(code, value);
  }

  /** @param valueAt the value of the code that many after the first */
  putRange(first: number, last: number, valueAt: (offset: number) => Value): void {
    if (last - first >= LONGEST_SPREAD) {
      this.putLongRange({ first, last, valueAt });
      return;
    }
    for (let code = first; code <= last; code++) this.put(code, valueAt(code - first));
  }

  get(code: number): Value | undefined {
    const value = this.values.get(code);
    if (value !== undefined) return value;
    const range = this.longRanges.findLast(({ first, last }) => first <= code && code <= last);
    return range?.valueAt(code - range.first);
  }

  private putLongRange(range: LongRange<Value>): void {
    if (this.longRanges.length >= MOST_LONG_RANGES) throw new PdfTrouble('declined', 'character-map');
    this.budget.takeEntries(1);
    this.longRanges.push(range);
  }
}
