import { useEffect, useRef } from 'preact/hooks';
import { CHOICES, type Choice } from './choices.ts';

type Keys = Readonly<Record<string, () => void>>;

/** Do what a key stands for, but never while somebody types, composes characters or means a command of the browser. */
export function useKeys(isOn: boolean, keys: Keys): void {
  const newest = useRef({ isOn, keys });
  newest.current = { isOn, keys };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select');
      if (isTyping || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!newest.current.isOn || !Object.hasOwn(newest.current.keys, event.key)) return;
      // A key that leads into a field must not be written there as well.
      event.preventDefault();
      newest.current.keys[event.key]?.();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** The keys 1–5. */
export const choiceKeys = (choose: (choice: Choice) => void): Keys =>
  Object.fromEntries(CHOICES.map((choice, at) => [String(at + 1), () => choose(choice)]));
