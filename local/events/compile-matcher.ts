/** Whether one value of an event is wanted; an absent field is `undefined`. */
export type Matcher = (value: unknown) => boolean;

/** EventBridge's comparison operators, each compiling its argument. */
const OPERATORS: Record<string, (argument: unknown) => Matcher> = {
  prefix: (start) => onText(start, (value, wanted) => value.startsWith(wanted)),
  suffix: (end) => onText(end, (value, wanted) => value.endsWith(wanted)),
  'equals-ignore-case': (text) => onText(text, (value, wanted) => value.toLowerCase() === wanted.toLowerCase()),
  wildcard: (text) => {
    const shape = new RegExp(`^${String(text).split('*').map(escapeShape).join('[^]*')}$`, 'u');
    return onText(text, (value) => shape.test(value));
  },
  exists: (wanted) => (value) => (value !== undefined) === wanted,
  'anything-but': (unwanted) => {
    const any = [unwanted].flat().map(compileMatcher);
    return (value) => value !== undefined && !any.some((matches) => matches(value));
  },
  numeric: (comparisons) => compileNumeric(comparisons),
};

/**
 * Compile one entry of a pattern's list: a literal, or an object with one operator.
 * @throws Error for an operator that is not known here
 */
export function compileMatcher(wanted: unknown): Matcher {
  if (wanted === null || typeof wanted !== 'object') return (value) => value === wanted;
  const [[name, argument] = ['', undefined], ...others] = Object.entries(wanted);
  const compile = OPERATORS[name];
  if (!compile || others.length > 0) {
    throw new Error(`The local cloud does not know this in an event pattern: ${JSON.stringify(wanted)}`);
  }
  return compile(argument);
}

function onText(wanted: unknown, matches: (value: string, wanted: string) => boolean): Matcher {
  if (typeof wanted !== 'string') throw new Error(`Not a text to compare with: ${JSON.stringify(wanted)}`);
  return (value) => typeof value === 'string' && matches(value, wanted);
}

const COMPARE: Record<string, (value: number, limit: number) => boolean> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** `[">=", 0, "<", 10]`: every pair must hold. */
function compileNumeric(comparisons: unknown): Matcher {
  const parts: unknown[] = Array.isArray(comparisons) ? comparisons : [];
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const compare = COMPARE[String(parts[at])];
    const limit = parts[at + 1];
    if (!compare || typeof limit !== 'number') throw new Error(`Not a comparison: ${JSON.stringify(comparisons)}`);
    tests.push((value) => compare(value, limit));
  }
  if (tests.length === 0) throw new Error(`Not a comparison: ${JSON.stringify(comparisons)}`);
  return (value) => typeof value === 'number' && tests.every((holds) => holds(value));
}

function escapeShape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
