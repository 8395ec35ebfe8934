import { useEffect, useState } from 'preact/hooks';

export interface Asking<Answer> {
  readonly answer?: Answer;
  readonly fault?: unknown;
  readonly again: () => void;
}

/** Ask once, and again when `key` changes; an answer that is overtaken by a later question is dropped. */
export function useAnswer<Answer>(key: string, ask: (signal: AbortSignal) => Promise<Answer>): Asking<Answer> {
  const [state, setState] = useState<{ key: string; answer?: Answer; fault?: unknown }>({ key });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    const keep = (next: { answer: Answer } | { fault: unknown }) => {
      if (!ending.signal.aborted) setState({ key, ...next });
    };
    ask(ending.signal).then(
      (answer) => keep({ answer }),
      (fault: unknown) => keep({ fault }),
    );
    return () => ending.abort();
  }, [key, turn]);
  const again = () => {
    setState({ key });
    setTurn(turn + 1);
  };
  return state.key === key ? { ...state, again } : { again };
}
