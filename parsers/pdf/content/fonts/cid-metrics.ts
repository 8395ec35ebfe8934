import { isArray } from '../../file/pdf-kinds.ts';
import type { PdfArray, PdfDict } from '../../file/pdf-objects.ts';
import type { VerticalMetrics } from '../../page/text-recorder.ts';
import { CodeMap } from './code-map.ts';
import type { FontSource } from './font-source.ts';

/** Widths and vertical metrics of a CIDFont, in thousandths of an em. */
export interface CidMetrics {
  widthOf(cid: number): number;
  verticalOf(cid: number): VerticalMetrics;
}

const DEFAULT_WIDTH = 1000;
/** Vertical origin over the baseline, and vertical advance. */
const DEFAULT_VERTICAL = [880, -1000] as const;

/** /W /DW /W2 /DW2 (ISO 32000-1, 9.7.4.3). */
export function readCidMetrics(font: PdfDict, source: FontSource): CidMetrics {
  const { file } = source;
  const defaultWidth = file.resolve(font.get('DW'));
  const widths = new CodeMap<number>(source.budget);
  readRuns(arrayOf(font, 'W', source), 1, source, (first, last, [width = 0]) => {
    widths.putRange(first, last, () => width);
  });
  const verticals = new CodeMap<VerticalMetrics>(source.budget);
  readRuns(arrayOf(font, 'W2', source), 3, source, (first, last, [advance = 0, originX = 0, originY = 0]) => {
    const metrics = { advance, originX, originY };
    verticals.putRange(first, last, () => metrics);
  });
  const widthOf = (cid: number) => widths.get(cid) ?? (typeof defaultWidth === 'number' ? defaultWidth : DEFAULT_WIDTH);
  const [originY = DEFAULT_VERTICAL[0], advance = DEFAULT_VERTICAL[1]] = arrayOf(font, 'DW2', source)
    .map((value) => file.resolve(value))
    .filter((value) => typeof value === 'number');
  return {
    widthOf,
    verticalOf: (cid) => verticals.get(cid) ?? { advance, originX: widthOf(cid) / 2, originY },
  };
}

function arrayOf(font: PdfDict, key: string, { file, budget }: FontSource): PdfArray {
  const value = file.resolve(font.get(key));
  if (!isArray(value)) return [];
  budget.takeEntries(value.length);
  return value;
}

type PutRun = (first: number, last: number, values: readonly number[]) => void;

/** Reads `first [value …]` and `first last value`, where a value is as many numbers as `size`. */
function readRuns(runs: PdfArray, size: number, { file, budget }: FontSource, put: PutRun): void {
  let at = 0;
  while (at + 1 < runs.length) {
    const first = file.resolve(runs[at]);
    const second = file.resolve(runs[at + 1]);
    if (typeof first !== 'number') at += 1;
    else if (isArray(second)) {
      budget.takeEntries(second.length);
      const values = numbersOf(second, file);
      for (let index = 0; index + size <= values.length; index += size) {
        const cid = first + index / size;
        put(cid, cid, values.slice(index, index + size));
      }
      at += 2;
    } else if (typeof second === 'number') {
      const values = numbersOf(runs.slice(at + 2, at + 2 + size), file);
      if (values.length === size && first <= second) put(first, second, values);
      at += 2 + size;
    } else at += 2;
  }
}

/** What is no number counts as nothing, so that the others keep their places. */
function numbersOf(values: PdfArray, file: FontSource['file']): number[] {
  return values.map((value) => {
    const resolved = file.resolve(value);
    return typeof resolved === 'number' ? resolved : 0;
  });
}
