import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.ts';
import { type Word, type Words, zh } from './zh.ts';

export type Language = 'zh' | 'en';
export const WORDS: Readonly<Record<Language, Words>> = { zh, en };
export const LanguageContext = createContext<Language>('zh');

/** The words of the language that the page is in; `name` gives a code's word, or the code where it has none. */
export function useWords(): { language: Language; words: Words; name: (code: string) => string } {
  const language = useContext(LanguageContext);
  const words = WORDS[language];
  const isWord = (code: string): code is Word => Object.hasOwn(words, code);
  return { language, words, name: (code) => (isWord(code) ? words[code] : code) };
}
