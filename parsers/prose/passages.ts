import type { Passage } from './prose.ts';
import type { Sentence } from './sentences.ts';
import { PROSE } from './settings.ts';

/** The sections in which offices look for last year's text. */
const COMPARED = ['section_1', 'section_5'] as const;

/** Fingerprints of the sentences of sections one and five, in reading order; headings and scraps are left out. */
export function passagesOf(sentences: readonly Sentence[]): Passage[] {
  return COMPARED.flatMap((section) => {
    const words = sentences
      .filter(({ paragraph }) => paragraph.section === section)
      .map(({ text }) => bare(text))
      .filter((text) => text.length >= PROSE.leastPassage);
    return words.length === 0
      ? []
      : [{ section, sentences: words.map((text): [string, number] => [fingerprint(text), text.length]) }];
  });
}

/** Letters and characters only: other digits, spaces or signs make no other sentence. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}]/gu, '');

/** 53 bits of a text as a short string: cyrb53, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
