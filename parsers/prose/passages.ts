import type { Passage } from './prose.ts';
import type { Sentence } from './sentences.ts';
import { PROSE } from './settings.ts';

/** The sections in which offices look for last year's text. */
const COMPARED = ['section_1', 'section_5'] as const;

/** What every report begins with. */
const INTRODUCES = /现将.{0,40}(?:报告|公布|公开)如下|^本(?:年度)?报告(?:由|中|所|的|全文)|编制(?:了)?本(?:年度)?报告/u;

/** Fingerprints of the sentences of sections one and five, in reading order; headings, scraps and introductions are left out. */
export function passagesOf(sentences: readonly Sentence[]): Passage[] {
  return COMPARED.flatMap((section) => {
    const words = sentences
      .filter(({ paragraph }) => paragraph.section === section)
      .filter(({ normal }) => !INTRODUCES.test(normal.text))
      .map(({ text }) => bare(text))
      .filter((text) => text.length >= PROSE.leastPassage);
    return words.length === 0
      ? []
      : [{ section, sentences: words.map((text): [string, number] => [fingerprint(text), text.length]) }];
  });
}

/** Letters and characters only: other digits, spaces or signs make no other sentence. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}]/gu, '');

/** FNV-1a with 32 bits: the prime, and where it begins. */
const FNV = { prime: 0x01000193, basis: 0x811c9dc5 } as const;

/** 64 bits of a text as a short string: FNV-1a of its characters, forwards and backwards. */
function fingerprint(text: string): string {
  const units = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return hashOf(units).toString(36) + hashOf(units.reverse()).toString(36).padStart(7, '0');
}

const hashOf = (units: readonly number[]): number =>
  units.reduce((hash, unit) => Math.imul(hash ^ unit, FNV.prime) >>> 0, FNV.basis);
