import type * as z from 'zod';
import type {
  claimSchema,
  listSchema,
  meaningSchema,
  passageSchema,
  placeSchema,
  proseSchema,
} from './prose-schema.ts';

export type { ClaimSubject } from './claim-codes.ts';

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
