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
