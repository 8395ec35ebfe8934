import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocx } from '../../samples/writers/write-docx.ts';
import { WRITER_IDS } from '../../samples/writers/writer.ts';
import { seededRandom } from '../dresses/random.ts';
import { SAMPLES, transcriptions } from '../dresses/samples-on-disk.ts';
import { draftReport, drawChanges } from '../pdf/dresses/draft-report.ts';
import { dressPdf } from '../pdf/dresses/dress-pdf.ts';

export type Format = 'docx' | 'pdf';

/** Sound files to start from, each made when it is asked for. */
export type GoodFiles = Readonly<Record<Format, readonly (() => Uint8Array)[]>>;

/** How many of each kind are drawn, besides the samples. */
const DRAWN = 24;

function once(make: () => Uint8Array): () => Uint8Array {
  let made: Uint8Array | undefined;
  return () => (made ??= make());
}

const drawn = (make: (seed: number) => Uint8Array) =>
  Array.from({ length: DRAWN }, (_, seed) => once(() => make(seed)));

/** The samples, and reports drawn by the generators of the tests; `from` adds the .docx and .pdf files of a folder. */
export function goodFiles(from?: string): GoodFiles {
  const added = (ending: string) =>
    (from === undefined ? [] : readdirSync(from, { recursive: true, encoding: 'utf8' }))
      .filter((name) => name.toLowerCase().endsWith(ending))
      .sort()
      .map((name) => once(() => new Uint8Array(readFileSync(join(from ?? '', name)))));
  const samples = transcriptions().map(({ id, file }) =>
    once(() => new Uint8Array(readFileSync(join(SAMPLES, id, file)))),
  );
  return {
    docx: [...samples, ...drawn(drawDocx), ...added('.docx')],
    pdf: [
      ...(['raw-ruled', 'raw-unruled', 'raw-odd'] as const).flatMap((kind) => drawn((seed) => drawPdf(seed, kind))),
      ...added('.pdf'),
    ],
  };
}

function drawDocx(seed: number): Uint8Array {
  const random = seededRandom(seed);
  const dress = drawChanges(true, random);
  return writeDocx(draftReport({ dress, seed, random }).draft, random.pick(WRITER_IDS));
}

function drawPdf(seed: number, kind: 'raw-ruled' | 'raw-unruled' | 'raw-odd'): Uint8Array {
  const { source } = dressPdf(seed, kind);
  if (source.from !== 'raw') throw new Error(`${kind} is not drawn by our own hand`);
  return source.bytes;
}
