/** Milliseconds. */
export interface Freshness {
  /** How old an answer may be that nobody looks behind. */
  readonly fresh: number;
  /** How old it may be to be given while it is read again. */
  readonly behind: number;
  /** How long it is waited for until then. */
  readonly patience: number;
  /** After this a reading counts as lost: between two requests a function stands still, and its connections die. */
  readonly lost: number;
}

/** What was read, by what it is of. */
export interface Refreshed<Key, Value> {
  /** Resolves once there is something to give: read just now, or lately. */
  ready(key: Key): Promise<void>;
  /** What is to be given now. */
  latest(key: Key): Value | undefined;
  /** Changes what is given until it is read again. */
  change(key: Key, how: (value: Value) => Value): void;
}

interface Kept<Value> {
  readonly at: number;
  readonly value: Value;
}

/** Keeps what takes a while to read, and reads it again beside the answers where that takes longer than one should wait. */
export function keepRefreshed<Key, Value>(
  read: (key: Key) => Promise<Value>,
  { fresh, behind, patience, lost }: Freshness,
  { clock, wait }: { readonly clock: () => Date; readonly wait: (milliseconds: number) => Promise<void> },
): Refreshed<Key, Value> {
  const kept = new Map<Key, Kept<Value>>();
  const readings = new Map<Key, Kept<Promise<void>>>();
  const readAnew = (key: Key): Promise<void> => {
    const at = clock().getTime();
    const under = readings.get(key);
    if (under && at - under.at < lost) return under.value;
    const value = read(key).then((found) => {
      // One that was taken for lost must not overtake the one begun after it.
      const before = kept.get(key);
      if (!before || before.at <= at) kept.set(key, { at, value: found });
    });
    const reading = { at, value };
    readings.set(key, reading);
    const end = () => {
      if (readings.get(key) === reading) readings.delete(key);
    };
    value.then(end, end);
    return value;
  };
  return {
    async ready(key) {
      const before = kept.get(key);
      const age = before ? clock().getTime() - before.at : Number.POSITIVE_INFINITY;
      if (age < fresh) return;
      const reading = readAnew(key);
      await (age < behind ? Promise.race([reading, wait(patience)]) : reading);
    },
    latest: (key) => kept.get(key)?.value,
    change(key, how) {
      const before = kept.get(key);
      if (before) kept.set(key, { ...before, value: how(before.value) });
    },
  };
}
