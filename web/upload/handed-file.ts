import { WORDS } from '../words/use-words.ts';
import type { Word } from '../words/zh.ts';

/** What is said to whoever handed in, in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export const sayWord = (word: Word): Said => ({ zh: WORDS.zh[word], en: WORDS.en[word] });

/** A file that was chosen here, and how far it is on its way to the store. */
export interface HandedFile {
  /** Names it within this page. */
  readonly name: string;
  readonly fileName: string;
  /** What the API knows it by; null until it has given a ticket. */
  readonly upload: string | null;
  /** Share that is sent, 0 to 1; null where nothing was sent from here. */
  readonly sent: number | null;
  /** Why it was not taken. */
  readonly refused: Said | null;
  /** What to send once more; null after the page was loaded anew. */
  readonly chosen: { readonly file: File; readonly office: string } | null;
}

/** As the API takes names, which says no more of another than that it does not take it. */
const TAKEN_NAME = /^[^/\\\p{Cc}]{1,200}$/u;
const TAKEN_ENDING = /\.(?:docx?|pdf)$/iu;

/** Why a file need not be sent at all; nothing where it may. */
export function judgeFile({ name, size }: Pick<File, 'name' | 'size'>): Said | null {
  if (!TAKEN_ENDING.test(name)) return sayWord('wrongEnding');
  if (size === 0) return sayWord('emptyFile');
  return TAKEN_NAME.test(name) ? null : sayWord('badName');
}
