import type * as z from 'zod';
import type {
  claimSchema,
  listSchema,
  meaningSchema,
  passageSchema,
  placeSchema,
  proseSchema,
} from './prose-schema.ts';

/** What can be counted in prose and stands in a statutory table too. */
export const CLAIM_SUBJECTS = [
  'received',
  'carried_in',
  'processed',
  'carried_out',
  'granted',
  'partially_granted',
  'refused',
  'unavailable',
  'declined',
  'other',
  'reconsideration',
  'litigation',
  'litigation_direct',
  'litigation_after_reconsideration',
  'regulations',
  'normative_documents',
] as const;
export type ClaimSubject = (typeof CLAIM_SUBJECTS)[number];

/** Whose requests a claim counts: a column of table 3, or the five columns under 法人或其他组织 together. */
export const CLAIM_APPLICANTS = [
  'all',
  'natural_person',
  'organisations',
  'commercial_enterprise',
  'research_institution',
  'social_welfare_org',
  'legal_service_org',
  'other_org',
] as const;

/** One way to understand a claim. */
export type Meaning = z.infer<typeof meaningSchema>;

/** Where in the document words stand. */
export type Place = z.infer<typeof placeSchema>;

/** A number in a sentence and what it counts. */
export type Claim = z.infer<typeof claimSchema>;

/** A list whose parts stand beside their total. */
export type List = z.infer<typeof listSchema>;

/** The sentences of a section as fingerprints: enough to compare two years, too little to read. */
export type Passage = z.infer<typeof passageSchema>;

/** What a report's sentences say in numbers. */
export type Prose = z.infer<typeof proseSchema>;

export const NO_PROSE: Prose = { claims: [], lists: [], feeMention: 'no-section', passages: [] };
