import type { Document } from '../document/document.ts';
import type { Headings } from '../tables/find-sections.ts';
import { feeMentionOf } from './fee-mention.ts';
import { listsOf } from './lists.ts';
import { paragraphsOf } from './paragraphs.ts';
import { passagesOf } from './passages.ts';
import type { Claim, List, Prose } from './prose.ts';
import { readSentence } from './read-sentence.ts';
import type { Draft, Reading } from './reading.ts';
import { placeOf, type Sentence, sentencesOf } from './sentences.ts';
import { noteTopic } from './topic.ts';

/** Whose report of which year is read, as far as it is known. */
export interface About {
  readonly body: string | null;
  readonly year: number | null;
}

/**
 * Reads the sentences outside the tables: numbers of requests, disputes and documents with what they count, of whom and
 * of which year; lists with their totals; whether section six mentions the fee; and fingerprints for comparing years.
 * What cannot be assigned with certainty is left alone. Linear in the length of the text.
 */
export function readProse(document: Document, headings: Headings, about: About): Prose {
  const claims: Claim[] = [];
  const lists: List[] = [];
  /** What the year is told by: figures of the tables must be said again every year, and are no copy. */
  const told: Sentence[] = [];
  let heading: Sentence | undefined;
  for (const paragraph of paragraphsOf(document, headings)) {
    const sentences = sentencesOf(paragraph);
    const reading = beginParagraph(about, heading, paragraph.section);
    for (const sentence of sentences) {
      if (sentence.isHeading) {
        heading = sentence;
        noteHeading(sentence, reading);
      }
      const drafts = readSentence(sentence.normal.text, reading);
      if (drafts.length === 0 && !sentence.isHeading) told.push(sentence);
      claims.push(...drafts.map((draft) => claimOf(draft, sentence)));
      lists.push(...readLists(sentence));
    }
  }
  return { claims, lists, feeMention: feeMentionOf(document, headings), passages: passagesOf(told) };
}

function beginParagraph({ body, year }: About, heading: Sentence | undefined, section: string | null): Reading {
  const reading: Reading = {
    body,
    year,
    subject: 'body',
    isAside: false,
    part: undefined,
    topic: null,
    isInformed: section === 'section_4',
    headsDisputes: false,
    period: null,
    total: undefined,
    measure: undefined,
    sentence: 0,
    disputes: [],
    second: undefined,
  };
  if (heading && heading.paragraph.section === section) noteHeading(heading, reading);
  return reading;
}

function noteHeading({ normal }: Sentence, reading: Reading): void {
  noteTopic(normal.text, reading);
  reading.headsDisputes = /复议/u.test(normal.text) && /诉讼/u.test(normal.text);
  if (reading.headsDisputes) reading.isInformed = true;
}

function claimOf({ first, last, ...draft }: Draft, sentence: Sentence): Claim {
  return { ...draft, where: placeOf(sentence, first, last), text: sentence.text };
}

function readLists(sentence: Sentence): List[] {
  return listsOf(sentence.normal.text).map(({ first, last, ...list }) => ({
    ...list,
    where: placeOf(sentence, first, last),
    text: sentence.text,
  }));
}
