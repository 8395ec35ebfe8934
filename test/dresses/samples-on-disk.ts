import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRANSCRIPTION, type Transcription } from '../../samples/transcription.ts';

export const SAMPLES = join(import.meta.dirname, '../../samples');

/** The transcriptions of all samples, by folder name. */
export function transcriptions(): Transcription[] {
  return readdirSync(SAMPLES)
    .filter((name) => existsSync(join(SAMPLES, name, 'transcription.json')))
    .sort()
    .map((name) => TRANSCRIPTION.parse(JSON.parse(readFileSync(join(SAMPLES, name, 'transcription.json'), 'utf8'))));
}
