import * as z from 'zod';

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
  counts: z.object({ error: z.int(), explain: z.int(), hint: z.int() }),
  versions: z.object({ parser: z.string(), forms: z.string(), rules: z.string() }),
});
export type Revision = z.infer<typeof revisionSchema>;

const pointer = z.object({ revision: z.string(), number: z.int(), uploadedAt: z.string() });

/** Where a report stands: its newest revision and the newest accepted one. */
export const headSchema = z.object({
  bodyKey: z.string(),
  body: z.string().nullable(),
  year: z.int().nullable(),
  status: z.enum(['accepted', 'needs-review']),
  newest: pointer,
  accepted: pointer.nullable(),
  counts: z.object({ error: z.int(), explain: z.int(), hint: z.int() }),
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
  const accepted = head?.accepted ?? null;
  const isNewestAccepted =
    revision.outcome === 'accepted' && (accepted === null || revision.uploadedAt >= accepted.uploadedAt);
  return {
    ...report,
    // The same body may be written in several ways; the newest revision says how.
    body: isNewest ? report.body : head.body,
    status: isNewest ? revision.outcome : head.status,
    newest: isNewest ? own : head.newest,
    accepted: isNewestAccepted ? own : accepted,
    counts: isNewest ? revision.counts : head.counts,
    revisions: revision.number,
    version: (head?.version ?? 0) + 1,
  };
}
