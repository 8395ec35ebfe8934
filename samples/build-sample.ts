import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import { draftSample } from './draft-sample.ts';
import { sourceMarkdown } from './source-md.ts';
import type { Transcription } from './transcription.ts';
import { writeDocx } from './writers/write-docx.ts';

/** The files of a sample's folder, path to content, as the transcription determines them. */
export function buildSample(transcription: Transcription): Map<string, Uint8Array> {
  const document = writeDocx(draftSample(transcription), transcription.writer);
  const sha256 = createHash('sha256').update(document).digest('hex');
  return new Map([
    [transcription.file, document],
    ['SOURCE.md', strToU8(sourceMarkdown(transcription, sha256))],
    ['expected/figures.json', json(transcription.figures)],
    ['expected/findings.json', json(transcription.findings)],
  ]);
}

const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
