import * as z from 'zod';
import { type Finding, SEVERITIES } from '../checks/finding.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import { decisionKeyOf } from './decision.ts';

/** A finding as lists of many reports show it. */
export const findingLineSchema = z.object({
  /** As `decisionKeyOf` makes it. */
  key: z.string(),
  rule: z.string(),
  scope: z.string(),
  severity: z.enum(SEVERITIES),
  cause: z.enum(['report', 'possibly-misread']),
  /** across: it rests on last year's report or on those of bodies below. */
  reach: z.enum(['report', 'across']),
  expected: z.number().nullable(),
  found: z.number().nullable(),
});
export type FindingLine = z.infer<typeof findingLineSchema>;

/**
 * The lines of findings, in their order.
 * @param figures those of the report that the findings are about
 * @param digest hex sha256 of a text
 */
export function linesOf(
  findings: readonly Finding[],
  figures: Figures,
  reach: FindingLine['reach'],
  digest: (text: string) => string,
): FindingLine[] {
  return findings.map((finding) => {
    const { rule, scope, severity, cause, expected, found } = finding;
    return { key: decisionKeyOf(finding, figures, digest), rule, scope, severity, cause, reach, expected, found };
  });
}
