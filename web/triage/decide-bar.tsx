import type { RefObject } from 'preact';
import { useWords } from '../words/use-words.ts';
import { CHOICES, type Choice } from './choices.ts';
import { useKeys } from './use-keys.ts';

interface Props {
  /** The decision that stands, or that waits for its reason. */
  readonly pressed: string | undefined;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onChoose: (choice: Choice) => void;
  /** Ctrl+Enter in the reason. */
  readonly onSubmit: () => void;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
  readonly hasKeys: boolean;
}

/** The five decisions by button or by the keys 1–5, and the reason that some of them owe. A key decides on what is shown, and on nothing else. */
export function DecideBar({ pressed, note, onNote, onChoose, onSubmit, noteField, hasKeys }: Props) {
  const { words } = useWords();
  useKeys(hasKeys, Object.fromEntries(CHOICES.map((choice, at) => [String(at + 1), () => onChoose(choice)])));
  return (
    <section class="decide" aria-label={words.state}>
      {CHOICES.map((choice, index) => (
        <button key={choice} type="button" aria-pressed={choice === pressed} onClick={() => onChoose(choice)}>
          <kbd>{index + 1}</kbd> {words[choice]}
        </button>
      ))}
      <label class="note">
        {words.note}
        <textarea
          ref={noteField}
          rows={2}
          value={note}
          onInput={(event) => onNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key === 'Enter' && event.ctrlKey) onSubmit();
          }}
        />
      </label>
    </section>
  );
}
