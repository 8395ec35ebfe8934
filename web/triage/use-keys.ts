import { useEffect, useRef } from 'preact/hooks';

/** Call what a key stands for, but never while somebody types, composes characters or means a command of the browser. */
export function useKeys(isOn: boolean, onKey: (key: string) => void): void {
  const newest = useRef({ isOn, onKey });
  newest.current = { isOn, onKey };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select');
      if (isTyping || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (newest.current.isOn) newest.current.onKey(event.key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
