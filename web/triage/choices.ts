/** What the keys 1–5 decide, in their order. */
export const CHOICES = ['confirmed', 'explained', 'misread', 'correction-requested', 'later'] as const;
export type Choice = (typeof CHOICES)[number];

/** Decisions that owe a reason; the server refuses them without. */
export const OWING: ReadonlySet<Choice> = new Set<Choice>(['explained', 'misread', 'correction-requested']);
