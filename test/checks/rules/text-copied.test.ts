import { describe, expect, test } from 'vitest';
import { TEXT_COPIED } from '../../../checks/rules/text-copied.ts';
import { NO_PROSE, type Passage, type Prose } from '../../../parsers/prose/prose.ts';
import { FORMS_2021, outcomeOf, readingOf } from '../readings.ts';

type Sentence = Passage['sentences'][number];

/** Sentences of as many characters, named by letters. */
const saying = (letters: string, characters = 40): Sentence[] => [...letters].map((letter) => [letter, characters]);

const inSections = (one: Sentence[], five: Sentence[] = saying('UVWXYZ')): Prose => ({
  ...NO_PROSE,
  passages: [
    { section: 'section_1', sentences: one },
    { section: 'section_5', sentences: five },
  ],
});

function compare(now: Prose, then: Prose, section = 'section_1') {
  const reading = readingOf(FORMS_2021);
  const before = { body: '示例县人民政府', year: 2021, figures: {}, tables: [], prose: then };
  return outcomeOf(TEXT_COPIED, section, { ...reading, prose: now, before });
}

describe('how much stands in last year’s report', () => {
  const then = inSections(saying('ABCDEF'));

  test('half is not more than half', () => {
    expect(compare(inSections(saying('ABCxyz')), then)).toMatchObject({ outcome: 'holds' });
  });

  test('characters count, not sentences: two long ones outweigh four short ones', () => {
    const now = inSections([...saying('AB', 90), ...saying('uvwx', 10)]);
    expect(compare(now, then)).toMatchObject({ outcome: 'broken', found: 81.8, expected: null, difference: null });
  });

  test('the report of the year before is named', () => {
    expect(compare(then, then)).toMatchObject({
      found: 100,
      elsewhere: [{ body: '示例县人民政府', year: 2021, figures: [] }],
    });
  });

  test('each section by itself', () => {
    const now = inSections(saying('uvwxyz'));
    expect(compare(now, then)).toMatchObject({ outcome: 'holds' });
    expect(compare(now, then, 'section_5')).toMatchObject({ outcome: 'broken' });
  });

  test('a sentence of another section is no copy', () => {
    expect(compare(inSections(saying('UVWXYZ')), then)).toMatchObject({ outcome: 'holds' });
  });
});

describe('too little to compare', () => {
  test.each([
    ['four sentences', saying('ABCD', 100)],
    ['149 characters', saying('ABCDE', 29.8)],
  ])('%s', (_, sentences) => {
    expect(compare(inSections(sentences), inSections(sentences))).toMatchObject({ outcome: 'not-applicable' });
  });

  test('a section that one of the years does not have', () => {
    expect(compare(inSections([]), inSections(saying('ABCDEF')))).toMatchObject({ reason: 'no-section' });
    expect(compare(inSections(saying('ABCDEF')), NO_PROSE)).toMatchObject({ reason: 'no-section' });
  });
});
