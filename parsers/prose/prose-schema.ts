import * as z from 'zod';
import { CLAIM_APPLICANTS, CLAIM_SUBJECTS } from './claim-codes.ts';

/**
 * What a report's sentences say in numbers, told apart from numbers that count something else. A claim that cannot be
 * assigned with certainty is not one: rules read nothing else of the prose.
 */

/** One way to understand a claim. */
export const meaningSchema = z.object({
  subjects: z.array(z.enum(CLAIM_SUBJECTS)).describe('counted together: 予以公开及部分公开 is two'),
  applicant: z.enum(CLAIM_APPLICANTS),
  outcome: z.enum(['upheld', 'corrected', 'other', 'pending']).optional().describe('of disputes'),
  measure: z.enum(['issued', 'repealed', 'in_force']).optional().describe('of regulations and normative documents'),
});

/** Where in the document words stand. */
export const placeSchema = z.object({
  section: z.string().nullable().describe('id of the statutory section'),
  block: z.int().describe('block of the document, from 0'),
  page: z.int().nullable().describe('page of a PDF, from 1'),
  start: z.int().describe('first character of the words in the block’s text'),
  end: z.int(),
});

export const claimSchema = z.object({
  kind: z.enum(['count', 'share']).describe('share: percent of the requests processed'),
  meanings: z
    .array(meaningSchema)
    .min(1)
    .describe('a claim that can be understood in several ways matches any of them'),
  value: z.number(),
  approximate: z.boolean().describe('余, 约, 近, 多'),
  decimals: z.int().describe('decimals written of a share; 0 for a count'),
  scope: z.enum(['body', 'narrower']).describe('narrower: it speaks of a part of what the tables count'),
  year: z.int().nullable().describe('the year spoken of; null where it is the report’s own'),
  where: placeSchema,
  text: z.string().describe('the sentence'),
});

/** A list whose parts stand beside their total. */
export const listSchema = z.object({
  total: z.number(),
  parts: z.array(z.number()),
  complete: z.boolean().describe('the list claims to name every part: a rest is among them or it says so'),
  where: placeSchema,
  text: z.string(),
});

/** The sentences of a section as fingerprints: enough to compare two years, too little to read. */
export const passageSchema = z.object({
  section: z.string(),
  /** Fingerprint of a sentence without its digits, spaces and punctuation, and how many characters it has so. */
  sentences: z.array(z.tuple([z.string(), z.int()])),
});

export const proseSchema = z.object({
  claims: z.array(claimSchema),
  lists: z.array(listSchema),
  feeMention: z
    .enum(['mentioned', 'absent', 'no-section'])
    .describe('whether section six speaks of 信息处理费; 0, 无 and 未收取 are answers'),
  passages: z.array(passageSchema),
});
