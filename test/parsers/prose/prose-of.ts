import { SECTIONS } from '../../../forms/sections.ts';
import type { Document } from '../../../parsers/document/document.ts';
import type { Claim, Meaning, Prose } from '../../../parsers/prose/prose.ts';
import { readProse } from '../../../parsers/prose/read-prose.ts';
import { findSections } from '../../../parsers/tables/find-sections.ts';

/** A document of paragraphs. */
export const documentOf = (paragraphs: readonly string[], format: Document['format'] = 'docx'): Document => ({
  format,
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text, notes: [] })),
  notes: [],
});

/** Reads paragraphs as the text of section one. */
export function proseOf(paragraphs: readonly string[], body: string | null, year: number | null): Prose {
  const document = documentOf(['一、总体情况', ...paragraphs]);
  return readProse(document, findSections(document, SECTIONS), { body, year });
}

const meaningText = ({ subjects, applicant, outcome, measure }: Meaning) =>
  `${subjects.join('+')}${applicant === 'all' ? '' : `/${applicant}`}${outcome ? `:${outcome}` : ''}${measure ? `:${measure}` : ''}`;

/** A claim as the annotations write it. */
export function claimText({ kind, meanings, value, approximate, scope, year }: Claim): string {
  const signs = `${approximate ? '~' : ''}${scope === 'narrower' ? '<' : ''}${year === null ? '' : `@${year}`}`;
  return `${meanings.map(meaningText).join('|')}${kind === 'share' ? '%' : '='}${value}${signs}`;
}

/** How many claims were found rightly, wrongly, and not at all. */
export function compare(expected: readonly string[], found: readonly string[]) {
  const left = [...expected];
  const wrong = found.filter((claim) => {
    const at = left.indexOf(claim);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { right: found.length - wrong.length, wrong, missing: left };
}
