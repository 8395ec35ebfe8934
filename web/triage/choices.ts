import type { Word } from '../words/zh.ts';

/** What the keys 1–5 decide, in their order. */
export const CHOICES = ['confirmed', 'explained', 'misread', 'correction-requested', 'later'] as const;
export type Choice = (typeof CHOICES)[number];

/** What is said where the reason is missing; that of a correction goes to the office. */
export const owedOf = (choice: Choice): Word => (choice === 'correction-requested' ? 'requestOwed' : 'noteOwed');

/** Decisions that owe a reason; the server refuses them without. */
export const OWING: ReadonlySet<Choice> = new Set<Choice>(['explained', 'misread', 'correction-requested']);
