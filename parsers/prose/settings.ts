/** Bounds that keep strangers' text readable in linear time, and what tells one kind of paragraph from another. */
export const PROSE = {
  /** Characters read of a paragraph. */
  longestParagraph: 100_000,
  /** Paragraphs joined at most: a text without any full stop is no paragraph. */
  mostJoined: 40,
  /** Characters read of a sentence; real ones have a few hundred, with all their lists. */
  longestSentence: 4000,
  /** Words before a number that can belong to it; more are no phrase of ours. */
  longestLabel: 60,
  /** Words behind a number that can belong to it. */
  longestTail: 40,
  /** Brackets within brackets that are remembered. */
  mostBrackets: 8,
  /** A line without a full stop up to this length heads what follows. */
  longestHeading: 40,
  /** A line of a paragraph that is cut by a line break is at least so long. */
  leastCutLine: 24,
  /** Digits of a number; longer ones are codes. */
  mostDigits: 9,
  /** A sentence shorter than this says too little to be a copy of another. */
  leastPassage: 8,
} as const;
