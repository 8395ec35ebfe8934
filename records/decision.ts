import * as z from 'zod';
import type { Finding } from '../checks/finding.ts';
import type { Figures } from '../parsers/figures/figure.ts';

/** What a reviewer may say of a finding. */
export const DECISIONS = {
  confirmed: { zh: '确认问题', en: 'confirmed' },
  explained: { zh: '属实，已说明', en: 'true and explained' },
  misread: { zh: '误报（读取有误）', en: 'misread' },
  'correction-requested': { zh: '要求更正', en: 'correction requested' },
  later: { zh: '稍后', en: 'later' },
  reopened: { zh: '撤回结论', en: 'taken back' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type DecisionCode = keyof typeof DECISIONS;

/** Decisions that say nothing to the office without a reason. */
const NOTE_OWED: ReadonlySet<DecisionCode> = new Set(['explained', 'misread', 'correction-requested']);

export const owesNote = ({ decision, note }: { readonly decision: DecisionCode; readonly note: string }): boolean =>
  NOTE_OWED.has(decision) && note.trim() === '';

/** One decision: an event, never changed. The newest one of a key counts. */
export const decisionSchema = z.object({
  key: z.string(),
  rule: z.string(),
  scope: z.string(),
  decision: z.enum(Object.keys(DECISIONS) as [DecisionCode, ...DecisionCode[]]),
  by: z.string(),
  /** ISO time. */
  at: z.string(),
  note: z.string(),
  /** 1 for the first decision of the key. */
  version: z.int().default(1),
  /** What the caller named the request by, so that repeating it decides nothing anew. */
  request: z.string().optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/**
 * What a decision is about: the rule, its scope and every value that the finding rests on. A new reading, a newer rule
 * set or a corrected report whose values are the same gives the same key; any other value gives another.
 * @param digest hex sha256 of a text
 */
export function decisionKeyOf(finding: Finding, figures: Figures, digest: (text: string) => string): string {
  const { rule, scope, expected, found, quote, elsewhere } = finding;
  const values = Object.entries(figures)
    .filter(([id]) => finding.figures.includes(id))
    .map(([id, { state, value }]) => [id, state, value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return digest(JSON.stringify([rule, scope, values, expected, found, quote?.text ?? null, elsewhere ?? []]));
}
