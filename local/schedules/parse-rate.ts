const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const RATE = /^rate\((?<value>[1-9]\d*) (?<unit>minute|hour|day)(?<plural>s?)\)$/;

/** What a timer of this process can wait for at most. */
const MAX_MS = 2 ** 31 - 1;

/**
 * Read EventBridge's `rate(5 minutes)`.
 * @returns milliseconds
 * @throws Error for every other kind of schedule, and for what EventBridge would refuse
 */
export function parseRate(expression: string): number {
  const { value, unit, plural } = RATE.exec(expression)?.groups ?? {};
  if ((unit !== 'minute' && unit !== 'hour' && unit !== 'day') || (value === '1') !== (plural === '')) {
    throw new Error(`The local cloud knows schedules like rate(1 minute) or rate(5 hours) only, not ${expression}`);
  }
  const everyMs = Number(value) * UNITS[unit];
  if (everyMs > MAX_MS) throw new Error(`The local cloud cannot wait as long as ${expression}`);
  return everyMs;
}
