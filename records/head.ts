import * as z from 'zod';
import type { Finding } from '../checks/finding.ts';

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
  /** Raised by each publication; a write that saw another version is refused. */
  version: z.int(),
});
export type Head = z.infer<typeof headSchema>;

/**
 * The head after publishing a revision. A revision of an older upload becomes history: it is counted, and neither
 * pointer moves back to it.
 */
export function advanceHead(
  head: Head | undefined,
  report: { bodyKey: string; body: string | null; year: number | null },
  revision: Revision,
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
    revisions: revision.number,
    version: (head?.version ?? 0) + 1,
  });
}

/** The head after its newest revision was compared with its neighbours. */
export function withAcross(head: Head, across: Counts): Head {
  return standing({ ...head, across, version: head.version + 1 });
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
