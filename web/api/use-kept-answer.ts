import { type Asking, useAnswer } from './use-answer.ts';

/** As long as what was asked for once is good enough, on any screen. */
const GOOD_MS = 5 * 60_000;

const kept = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();

/**
 * The same as {@link useAnswer} for what seldom changes: all screens share one answer for some minutes. It is not ended
 * when a screen is left, since the next one wants it as well.
 */
export function useKeptAnswer<Answer>(key: string, ask: () => Promise<Answer>): Asking<Answer> {
  return useAnswer(key, () => {
    const before = kept.get(key);
    // The key says what is asked for, and so what the answer is.
    if (before && Date.now() - before.at < GOOD_MS) return before.answer as Promise<Answer>;
    const answer = ask();
    kept.set(key, { at: Date.now(), answer });
    answer.catch(() => kept.delete(key));
    return answer;
  });
}
