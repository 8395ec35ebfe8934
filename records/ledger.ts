import * as z from 'zod';

const LEDGER_OUTCOMES = ['accepted', 'needs-review', 'rejected', 'duplicate', 'failed'] as const;

const text = z.object({ zh: z.string(), en: z.string() });

/** How an upload ended. */
export const settlementSchema = z.object({
  outcome: z.enum(LEDGER_OUTCOMES),
  /** The code of a rejection or the reason of a failure. */
  code: z.string().optional(),
  /** What to tell the sender. */
  message: text.optional(),
  sha256: z.string().optional(),
  body: z.string().nullable().optional(),
  year: z.int().nullable().optional(),
  bodyKey: z.string().optional(),
  revision: z.string().optional(),
  /** The upload that brought the same bytes first, as `bucket/key@versionId`. */
  duplicateOf: z.string().optional(),
});
export type Settlement = z.infer<typeof settlementSchema>;

/** One line of the ledger: every upload has exactly one. */
export const ledgerEntrySchema = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  office: z.string().nullable(),
  state: z.enum(['claimed', 'settled']),
  /** Fencing token: raised by each claim; a worker whose token is no longer this one changes nothing. */
  token: z.int(),
  leaseUntil: z.string(),
  receivedAt: z.string(),
  settledAt: z.string().optional(),
  settlement: settlementSchema.optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
