import * as z from 'zod';
import { UNREADABLE, type UnreadableCode } from '../../parsers/bytes/unreadable.ts';
import { withFindingsAcross } from '../across.ts';
import type { Assessment } from '../assess-report.ts';
import { explainUnreadable } from '../explain.ts';
import { reportRecordSchema } from '../report-record.ts';

const codes = Object.keys(UNREADABLE) as [UnreadableCode, ...UnreadableCode[]];

/**
 * One line of `gouji check --format json`, the public contract: what was read of a file and what does not hold. A
 * rejected file has its code and message, no figures and no findings.
 */
export const checkResultSchema = z.object({
  file: z.string().describe('the file as it was named to the command'),
  sha256: z.string(),
  outcome: z.enum(['accepted', 'needs-review', 'rejected']),
  code: z.enum(codes).nullable().describe('why the file was rejected'),
  message: z
    .object({ zh: z.string(), en: z.string() })
    .nullable()
    .describe('what to tell the sender of a rejected file'),
  body: reportRecordSchema.shape.body,
  year: reportRecordSchema.shape.year,
  forms: reportRecordSchema.shape.forms.nullable(),
  figures: reportRecordSchema.shape.figures,
  findings: reportRecordSchema.shape.findings,
  notEvaluable: reportRecordSchema.shape.notEvaluable,
  held: reportRecordSchema.shape.held,
  reviewReasons: reportRecordSchema.shape.reviewReasons,
  notes: reportRecordSchema.shape.notes,
});

export type CheckResult = z.infer<typeof checkResultSchema>;

/** A result with what comparing the report with its neighbours found; an error found so sends the report to review. */
export function resultWithAcross(result: CheckResult, across: Parameters<typeof withFindingsAcross>[1]): CheckResult {
  const together = withFindingsAcross(result, across);
  const hasErrors = together.findings.some(({ severity }) => severity === 'error');
  if (!hasErrors || result.reviewReasons.includes('error-findings')) return together;
  return { ...together, outcome: 'needs-review', reviewReasons: [...result.reviewReasons, 'error-findings'] };
}

/** The contract's view of an assessment. */
export function toCheckResult(file: string, sha256: string, assessment: Assessment): CheckResult {
  if (!assessment.readable) {
    return {
      file,
      sha256,
      outcome: 'rejected',
      code: assessment.code,
      message: explainUnreadable(assessment),
      body: null,
      year: null,
      forms: null,
      figures: {},
      findings: [],
      notEvaluable: [],
      held: {},
      reviewReasons: [],
      notes: [],
    };
  }
  const { outcome, body, year, forms, figures, findings, notEvaluable, held, reviewReasons, notes } = assessment.record;
  const read = { body, year, forms, figures, findings, notEvaluable, held, reviewReasons, notes };
  return { file, sha256, outcome, code: null, message: null, ...read };
}
