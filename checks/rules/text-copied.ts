import type { Prose } from '../../parsers/prose/prose.ts';
import { type CheckOutcome, WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notApplicable, notEvaluable } from '../outcomes.ts';
import type { Neighbour, Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayCopied, titleOf } from '../wording/prose.ts';

const COPIED = {
  /** The sections that tell what the year brought; the others are tables and formulas. */
  sections: ['section_1', 'section_5'],
  /** Percent of the characters. */
  most: 50,
  /** A shorter section is little more than the phrases that every report has. */
  fewestSentences: 5,
  fewestCharacters: 150,
} as const;

/**
 * Sections one and five do not repeat last year's text. Only whole sentences count, digits aside: parts of sentences
 * cannot be told from standing phrases.
 */
export const TEXT_COPIED: Rule = {
  id: 'TEXT-COPIED',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'years',
  severity: 'explain',
  title: { zh: '文字年年雷同', en: 'Text repeated from last year' },
  relation: {
    zh: '第一、第五部分与上一年度报告同一部分整句相同的文字不超过 50%（不计数字；不足 5 句或 150 字的部分不核对）',
    en: 'No more than 50% of sections one and five stands sentence for sentence in the same section of last year’s report (digits aside; sections of less than 5 sentences or 150 characters are not checked)',
  },
  basis: '各级政务公开考核要点（防止年报内容年年雷同）',
  evaluate: checkCopied,
};

type Sentences = Prose['passages'][number]['sentences'];

function checkCopied({ prose, tables, before }: Reading): readonly CheckOutcome[] {
  if (tables.length === 0) return [];
  if (!before) {
    const message = sayNotEvaluable(TEXT_COPIED.id, 'no-report-before');
    return [notEvaluable(TEXT_COPIED, WHOLE_REPORT, 'no-report-before', [], message)];
  }
  return COPIED.sections.map((section) => checkSection(section, prose, before));
}

function checkSection(section: string, prose: Prose, before: Neighbour): CheckOutcome {
  const [now, then] = [sentencesOf(section, prose), sentencesOf(section, before.prose)];
  if (now.length === 0 || then.length === 0) {
    const message = sayNotEvaluable(TEXT_COPIED.id, 'no-section', titleOf(section));
    return notEvaluable(TEXT_COPIED, section, 'no-section', [], message);
  }
  const characters = lengthOf(now);
  if (now.length < COPIED.fewestSentences || characters < COPIED.fewestCharacters) {
    return notApplicable(TEXT_COPIED, section);
  }
  const known = new Set(then.map(([fingerprint]) => fingerprint));
  const copied = now.filter(([fingerprint]) => known.has(fingerprint));
  const share = (lengthOf(copied) / characters) * 100;
  if (share <= COPIED.most) return holds(TEXT_COPIED, section);
  const percent = Math.round(share * 10) / 10;
  return broken(TEXT_COPIED, section, {
    figures: [],
    expected: null,
    found: percent,
    elsewhere: [{ body: before.body, year: before.year, figures: [] }],
    message: sayCopied({ section, percent, sentences: now.length, copied: copied.length, year: before.year }),
  });
}

const sentencesOf = (section: string, { passages }: Prose): Sentences =>
  passages.filter((passage) => passage.section === section).flatMap(({ sentences }) => sentences);

const lengthOf = (sentences: Sentences): number => sentences.reduce((sum, [, characters]) => sum + characters, 0);
