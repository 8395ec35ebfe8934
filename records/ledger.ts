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
  /** A store's fault or ours ended the last delivery, and nothing about the file: another delivery may succeed. */
  fault: z.literal(true).optional(),
});
export type Settlement = z.infer<typeof settlementSchema>;

/** How an object left the inbox: a delete marker `hidden` it, and it can come back; or its version is `gone`. */
const removalSchema = z.enum(['hidden', 'gone']);
export type Removal = z.infer<typeof removalSchema>;

/** Somebody had a settled upload taken up again. */
const reopeningSchema = z.object({
  did: z.enum(['redrive', 'replay']),
  at: z.string(),
  /** Who asked for it. */
  by: z.string(),
  /** Claims made until then. */
  token: z.int(),
  /** How the upload had ended. */
  settlement: settlementSchema,
});
export type Reopening = z.infer<typeof reopeningSchema>;

/** One line of the ledger: every upload has exactly one. */
export const ledgerEntrySchema = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  office: z.string().nullable(),
  state: z.enum(['claimed', 'settled']),
  /**
   * Fencing token: raised by each claim; a worker whose token is no longer this one changes nothing. 0 where the upload
   * is known, by its removal or to the reconciler, before anybody took it up.
   */
  token: z.int(),
  leaseUntil: z.string(),
  receivedAt: z.string(),
  settledAt: z.string().optional(),
  settlement: settlementSchema.optional(),
  removedAt: z.string().optional(),
  removal: removalSchema.optional(),
  /** When the reconciler put it on the queue again. */
  requeuedAt: z.string().optional(),
  /** The bytes are to be read again although they were published before. */
  rereading: z.literal(true).optional(),
  /** Oldest first. */
  reopened: z.array(reopeningSchema).optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
