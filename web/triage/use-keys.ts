import { useLayoutEffect, useRef } from 'preact/hooks';

type Keys = Readonly<Record<string, () => void>>;

/** Do what a key stands for, but never while somebody types, composes characters or means a command of the browser. */
export function useKeys(isOn: boolean, keys: Keys): void {
  const newest = useRef({ isOn, keys });
  newest.current = { isOn, keys };
  // From the moment that what they act on is there, not from the next frame.
  useLayoutEffect(() => {
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
