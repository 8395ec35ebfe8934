import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import { dress } from '../dresses/dress.ts';
import { dressReport } from '../dresses/dress-report.ts';
import { type Random, seededRandom } from '../dresses/random.ts';
import { transcriptions } from '../dresses/samples-on-disk.ts';
import { writePdfReport } from '../pdf/raw/write-pdf-report.ts';

/** What is handed in, and what the one who made it knows of it. */
export interface DroppedFile {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The report that it states; null where no reader may find one. */
  readonly report: { readonly body: string; readonly year: number } | null;
  /** How often its event is delivered. */
  readonly deliveries: number;
}

const YEARS = [2023, 2024] as const;
const HOSTILE = 0.01;
const CORRECTED = 0.08;
const COPIED = 0.06;
/** Of the reports; an office that corrects one keeps to its format. */
const AS_PDF = 0.3;
const MOST_DELIVERIES = 10;
const SOURCE = transcriptions().find(({ id }) => id === 'huaian_city_2024');
const DIGITS = '零一二三四五六七八九';

const bodyOf = (n: number) => `淮安市第${[...String(n)].map((digit) => DIGITS[Number(digit)]).join('')}街道办事处`;
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const formatOf = (key: string) => (key.endsWith('.pdf') ? 'pdf' : 'docx');

/** Draws the files of a soak, in the order in which they are handed in. The same seed gives the same bytes. */
export function drawDrop(count: number, seed: number): DroppedFile[] {
  const random = seededRandom(seed);
  const files: DroppedFile[] = [];
  const reports: (DroppedFile & { readonly report: NonNullable<DroppedFile['report']> })[] = [];
  let drawn = 0;
  while (files.length < count) {
    const deliveries = 1 + random.int(MOST_DELIVERIES);
    const kind = random.int(1000) / 1000;
    const [first] = reports;
    const earlier = first && random.pick([first, ...reports]);
    const number = files.length;
    if (kind < HOSTILE) {
      const bytes = hostileFile(number, random);
      files.push({ key: `inbox/来历不明/${number}.docx`, bytes, sha256: sha256Of(bytes), report: null, deliveries });
    } else if (earlier && kind < HOSTILE + COPIED) {
      files.push({ ...earlier, key: `inbox/转发/${number} 同一份(1).${formatOf(earlier.key)}`, deliveries });
    } else {
      const isCorrection = earlier && kind < HOSTILE + COPIED + CORRECTED;
      const report = isCorrection
        ? earlier.report
        : { body: bodyOf(Math.floor(drawn / YEARS.length)), year: YEARS[drawn++ % YEARS.length] ?? YEARS[0] };
      const ending = random.chance(AS_PDF) ? 'pdf' : 'docx';
      const key = isCorrection ? earlier.key : `inbox/办公室/${report.body}${report.year}年报.${ending}`;
      const bytes = writeReport(report, formatOf(key), number);
      const file = { key, bytes, sha256: sha256Of(bytes), report, deliveries };
      files.push(file);
      reports.push(file);
    }
  }
  return random.some(files, files.length);
}

/** 淮安市's figures of 2024 under another name, no two files with the same. */
function writeReport(
  { body, year }: { body: string; year: number },
  format: 'docx' | 'pdf',
  number: number,
): Uint8Array {
  if (!SOURCE) throw new Error('no transcription of huaian_city_2024');
  const figures = { ...SOURCE.figures, 't2.penalties.decisions': 1000 + number };
  const report = { figures, forms: SOURCE.forms, body, year, seed: number };
  if (format === 'pdf') return writePdfReport(report);
  return dressReport({ ...report, dress: dress('plain', { writer: 'wps' }) }).bytes;
}

/** A file of which every reader must say that it cannot be read; no two are the same. */
function hostileFile(number: number, random: Random): Uint8Array {
  const mark = `${number}-${random.int(1_000_000)}`;
  return random.pick([
    () => strToU8(`no document: ${mark}`),
    () => strToU8(`%PDF-1.7\n${mark}\n1 0 obj << /Length 99999999999 >> stream\n`),
    () => strToU8(`PK\u0003\u0004 cut off ${mark}`),
  ])();
}
