import { compileMatcher, type Matcher } from './compile-matcher.ts';

/** Whether an event is wanted. */
export type EventTest = (event: unknown) => boolean;

/**
 * Compile an EventBridge event pattern: an object of fields, whose leaves are lists of which one must match.
 * @throws Error for an operator that is not known here, at start and not when the first event comes
 */
export function compilePattern(pattern: Readonly<Record<string, unknown>>): EventTest {
  const fields = Object.entries(pattern).map(([name, inner]) => compileField(name, inner));
  return (event) => fields.every((matches) => matches(event));
}

function compileField(name: string, inner: unknown): EventTest {
  if (name.startsWith('$')) throw new Error(`The local cloud does not know ${name} in an event pattern`);
  if (Array.isArray(inner)) {
    const anyOf = inner.map(compileMatcher);
    return (event) => matchesAny(fieldOf(event, name), anyOf);
  }
  if (inner === null || typeof inner !== 'object') {
    throw new Error(`The event pattern's ${name} must be a list or an object: ${JSON.stringify(inner)}`);
  }
  const nested = compilePattern(Object.fromEntries(Object.entries(inner)));
  return (event) => nested(fieldOf(event, name));
}

// A list in an event matches when one of its values does; an absent field is only matched by `exists: false` and
// the like, so it is asked about once, as undefined.
function matchesAny(value: unknown, anyOf: readonly Matcher[]): boolean {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.some((one) => anyOf.some((matches) => matches(one)));
}

function fieldOf(event: unknown, name: string): unknown {
  return event !== null && typeof event === 'object' && Object.hasOwn(event, name)
    ? Reflect.get(event, name)
    : undefined;
}
