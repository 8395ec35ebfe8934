import * as z from 'zod';
import type { Finding } from '../checks/finding.ts';
import { DECISIONS, type DecisionCode } from './decision.ts';
import { type FindingLine, findingLineSchema } from './finding-line.ts';
import { officeOf } from './keys.ts';

/** Findings by severity. */
const countsSchema = z.object({ error: z.int(), explain: z.int(), hint: z.int() });
export type Counts = z.infer<typeof countsSchema>;

const NO_FINDINGS: Counts = { error: 0, explain: 0, hint: 0 };

export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): Counts {
  const counts = { ...NO_FINDINGS };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A published revision: one accepted or reviewable reading of a report. */
export const revisionSchema = z.object({
  revision: z.string(),
  /** `Staging` in keys.ts; absent in revisions of an older shape. */
  staged: z.string().optional().describe('names the record that was published of these bytes, for the store'),
  /** 1, 2, … in order of publication. */
  number: z.int(),
  outcome: z.enum(['accepted', 'needs-review']),
  /** When the object version was created; orders revisions, since events arrive in any order. */
  uploadedAt: z.string(),
  publishedAt: z.string(),
  sha256: z.string(),
  upload: z.object({ bucket: z.string(), key: z.string(), versionId: z.string() }),
  counts: countsSchema,
  versions: z.object({ parser: z.string(), forms: z.string(), rules: z.string() }),
});
export type Revision = z.infer<typeof revisionSchema>;

const pointer = z.object({ revision: z.string(), number: z.int(), uploadedAt: z.string() });

/** The decision that stands on a finding, as lists show it; its note is in the event. */
const reviewSchema = z.object({
  decision: z.enum(Object.keys(DECISIONS) as [DecisionCode, ...DecisionCode[]]),
  by: z.string(),
  at: z.string(),
  /** 1 for the first decision on the finding, raised by each later one. */
  version: z.int(),
});
export type Review = z.infer<typeof reviewSchema>;

/** Where a report stands: its newest revision and the one that downstream may rely on. */
export const headSchema = z.object({
  bodyKey: z.string(),
  body: z.string().nullable(),
  year: z.int().nullable(),
  status: z.enum(['accepted', 'needs-review']),
  newest: pointer.extend({ outcome: z.enum(['accepted', 'needs-review']), counts: countsSchema }),
  /** The newest revision that is acceptable by itself. */
  acceptable: pointer.nullable(),
  /** The acceptable revision, unless comparing it with its neighbours found an error. */
  accepted: pointer.nullable(),
  /** What comparing the newest revision with last year's report and the bodies below found. */
  across: countsSchema,
  /** All findings of the newest revision: its own and those across. */
  counts: countsSchema,
  /** Revisions published so far. */
  revisions: z.int(),
  /** Raised by every write; a write that saw another version is refused. */
  version: z.int(),
  /** Publications and comparisons, by which changes are numbered; of heads that nobody decided on it is the version. */
  moves: z.int().optional(),
  /** The findings of the newest revision, its own and those across; null in heads of an older shape. */
  lines: z.array(findingLineSchema).nullable().default(null),
  /** The decision that stands on each finding that was ever decided on, by the finding's key. */
  review: z.record(z.string(), reviewSchema).default({}),
  /** Who took the report on. */
  assignee: z.string().nullable().default(null),
  /** The office that handed in the newest revision. */
  office: z.string().nullable().default(null),
  /** The format of the newest revision's file; null in heads of an older shape. */
  format: z.enum(['docx', 'pdf']).nullable().default(null),
});
export type Head = z.infer<typeof headSchema>;

/** What a head says of a revision's record. */
export interface HeadLines {
  readonly lines: readonly FindingLine[];
  readonly format: 'docx' | 'pdf';
}

/** How often the head moved; a decision is no move. */
export const movesOf = ({ moves, version }: Pick<Head, 'moves' | 'version'>): number => moves ?? version;

/**
 * The head after publishing a revision. What was decided stays, by the finding's key. A revision of an older upload becomes history: it is counted, and neither
 * pointer moves back to it.
 */
export function advanceHead(
  head: Head | undefined,
  report: { bodyKey: string; body: string | null; year: number | null },
  revision: Revision,
  { lines, format }: HeadLines,
): Head {
  const own = { revision: revision.revision, number: revision.number, uploadedAt: revision.uploadedAt };
  const isNewest = !head || revision.uploadedAt >= head.newest.uploadedAt;
  const acceptable = head?.acceptable ?? null;
  const isAcceptable =
    revision.outcome === 'accepted' && (acceptable === null || revision.uploadedAt >= acceptable.uploadedAt);
  return standing({
    ...report,
    // The same body may be written in several ways; the newest revision says how.
    body: isNewest ? report.body : head.body,
    newest: isNewest ? { ...own, outcome: revision.outcome, counts: revision.counts } : head.newest,
    acceptable: isAcceptable ? own : acceptable,
    // Stands until the new revision was compared in its turn: a report is never shown as accepted in between.
    across: head?.across ?? NO_FINDINGS,
    lines: isNewest ? withLines(lines, 'report', head?.lines ?? []) : head.lines,
    format: isNewest ? format : head.format,
    office: isNewest ? officeOf(revision.upload.key) : head.office,
    review: head?.review ?? {},
    assignee: head?.assignee ?? null,
    revisions: revision.number,
    version: (head?.version ?? 0) + 1,
    moves: (head ? movesOf(head) : 0) + 1,
  });
}

/** The head after its newest revision was compared with its neighbours. */
export function withAcross(head: Head, across: Counts, lines: readonly FindingLine[]): Head {
  return standing({
    ...head,
    across,
    lines: head.lines && withLines(lines, 'across', head.lines),
    version: head.version + 1,
    moves: movesOf(head) + 1,
  });
}

/** The head after a decision on one of its findings. */
export function withReview(head: Head, key: string, review: Review): Head {
  return { ...head, review: { ...head.review, [key]: review }, version: head.version + 1, moves: movesOf(head) };
}

/** The head after somebody took the report on, or nobody does any more. */
export function withAssignee(head: Head, assignee: string | null): Head {
  return { ...head, assignee, version: head.version + 1, moves: movesOf(head) };
}

/** The lines of one reach replaced; each key once. */
function withLines(
  lines: readonly FindingLine[],
  reach: FindingLine['reach'],
  before: readonly FindingLine[],
): FindingLine[] {
  const kept = before.filter((line) => line.reach !== reach);
  const all = reach === 'report' ? [...lines, ...kept] : [...kept, ...lines];
  return [...new Map(all.map((line) => [line.key, line])).values()];
}

/** Status, counts and the accepted pointer follow from the rest, in whatever order reports arrived. */
function standing(head: Omit<Head, 'status' | 'counts' | 'accepted'>): Head {
  const { newest, acceptable, across } = head;
  const contested = across.error > 0;
  return {
    ...head,
    status: newest.outcome === 'accepted' && !contested ? 'accepted' : 'needs-review',
    accepted: contested && acceptable?.revision === newest.revision ? null : acceptable,
    counts: {
      error: newest.counts.error + across.error,
      explain: newest.counts.explain + across.explain,
      hint: newest.counts.hint + across.hint,
    },
  };
}
