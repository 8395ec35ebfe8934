import type { ComponentChildren } from 'preact';
import { Refused } from '../api/ask-api.ts';
import type { Asking } from '../api/use-answer.ts';
import { useWords } from '../words/use-words.ts';

interface Props<Answer> {
  readonly asking: Asking<Answer>;
  readonly children: (answer: Answer) => ComponentChildren;
}

/** What was asked for; until it is there, or where it does not come, a sentence that says so and what to do. */
export function Awaited<Answer>({ asking, children }: Props<Answer>) {
  const { words, language } = useWords();
  const { answer, fault, again } = asking;
  if (answer !== undefined) return <>{children(answer)}</>;
  if (fault === undefined)
    return (
      <p class="quiet" role="status">
        {words.loading}
      </p>
    );
  const said = fault instanceof Refused ? fault.problem?.message?.[language] : undefined;
  return (
    <div class="notice" role="alert">
      <p>{said ?? words.failed}</p>
      <button type="button" onClick={again}>
        {words.retry}
      </button>
    </div>
  );
}
