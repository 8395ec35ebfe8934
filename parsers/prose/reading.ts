import type { Period } from './period.ts';
import type { Claim, Meaning } from './prose.ts';
import type { Subject } from './scope.ts';

/** What a claim is a part of: numbers that follow refer to it. */
export interface Total {
  readonly role: 'received' | 'processed';
  readonly value: number;
  readonly sentence: number;
}

/** A count of disputes whose outcomes may follow. */
export interface Dispute {
  readonly meanings: readonly Meaning[];
  readonly value: number;
  readonly year: number | null;
  hasOutcome: boolean;
}

export type Topic = 'requests' | 'disputes' | 'other' | null;

/** What a paragraph has said so far. Lives as long as the paragraph is read. */
export interface Reading {
  readonly body: string | null;
  readonly year: number | null;
  subject: Subject;
  /** Of this sentence: what words that name nobody counted; the next sentence speaks of whom the last one did. */
  isAside: boolean;
  /** Of this sentence since 其中: how many the parts that are not understood count; what follows may be of them alone. */
  part: number | undefined;
  topic: Topic;
  /** The last topic had to do with the disclosure of information. */
  isInformed: boolean;
  /** A heading names reconsideration and litigation together. */
  headsDisputes: boolean;
  period: Period;
  total: Total | undefined;
  /** Of this sentence: what the documents counted last were. */
  measure: Meaning['measure'];
  /** Number of the sentence. */
  sentence: number;
  /** Of this sentence: disputes since the last semicolon or outcome. */
  disputes: Dispute[];
  /** Of 行政复议和行政诉讼分别为2件和1件: what the second number counts. */
  second: readonly Meaning[] | undefined;
}

/** A claim before its place is known: where its words stand in the normal text of the sentence. */
export interface Draft extends Pick<Claim, 'kind' | 'value' | 'approximate' | 'decimals' | 'scope' | 'year'> {
  readonly meanings: Meaning[];
  readonly first: number;
  readonly last: number;
}

/** A number with the words around it. */
export interface Phrase {
  readonly label: string;
  readonly tail: string;
  readonly value: number;
  readonly unit: string;
  /** The sentence up to the number. */
  readonly before: string;
  readonly sentence: string;
}

/** What a phrase is understood as. */
export interface Understood {
  readonly meanings: Meaning[];
  /** What stands before the words understood: a subject or nothing. */
  readonly rest: string;
  readonly role: 'received' | 'processed' | 'carried' | 'result' | 'applicant' | 'dispute' | 'outcome' | 'document';
}

export const meaning = (subjects: Meaning['subjects'], more: Partial<Omit<Meaning, 'subjects'>> = {}): Meaning => ({
  subjects,
  applicant: 'all',
  ...more,
});
