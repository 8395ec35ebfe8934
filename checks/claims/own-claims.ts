import { CLAIM_SUBJECTS, type ClaimSubject } from '../../parsers/prose/claim-codes.ts';
import type { Claim, Meaning } from '../../parsers/prose/prose.ts';
import type { Reading } from '../reading.ts';

/** The claims that speak of what this report's tables count: the whole body, in the report's own year. */
export function ownClaims({ prose, year }: Reading): readonly Claim[] {
  return prose.claims.filter((claim) => claim.scope === 'body' && (claim.year === null || claim.year === year));
}

/** What a claim is about in the first place: the rule that reads it and its scope follow from this meaning. */
function mainMeaning({ meanings }: Claim): Meaning {
  const [first] = meanings;
  if (!first) throw new Error('a claim has no meaning');
  return first;
}

export function isAbout(claim: Claim, subjects: ReadonlySet<ClaimSubject>): boolean {
  return mainMeaning(claim).subjects.some((subject) => subjects.has(subject));
}

/** `granted+partially_granted.share`, `received.natural_person`, `litigation.upheld`: the scope of a claim. */
export function scopeOfClaim(claim: Claim): string {
  return claim.kind === 'share' ? `${scopeOfMeaning(mainMeaning(claim))}.share` : scopeOfMeaning(mainMeaning(claim));
}

export function scopeOfMeaning({ subjects, applicant, outcome, measure }: Meaning): string {
  const ordered = CLAIM_SUBJECTS.filter((subject) => subjects.includes(subject)).join('+');
  return [ordered, applicant === 'all' ? undefined : applicant, outcome, measure].filter(Boolean).join('.');
}
