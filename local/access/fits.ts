/** What is known of a request: the values of each condition key that it has. Names compare without case. */
export type Context = ReadonlyMap<string, readonly string[]>;

const VARIABLE = /\$\{([^}]*)\}/g;
const DEFAULTED = /^(?<name>[^,]*?)\s*(?:,\s*'(?<otherwise>.*)')?$/;
const shapes = new Map<string, RegExp>();

/** IAM's patterns: `*` is anything, `?` one character. */
export function fits(pattern: string, text: string): boolean {
  return shapeOf(pattern).test(text);
}

/**
 * Put values in place of `${aws:PrincipalTag/office}` and the like. What a tag holds counts as a part of the pattern,
 * `*` and all: a policy has to refuse such values itself. `${*}`, `${?}` and `${$}` are the characters.
 * @returns undefined when the request lacks a value; then nothing fits
 */
export function fillIn(pattern: string, context: Context): string | undefined {
  if (!pattern.includes('${')) return pattern;
  let missing = false;
  const filled = pattern.replaceAll(VARIABLE, (_, inside: string) => {
    if (inside === '*' || inside === '?' || inside === '$') return literal(inside);
    const { name = '', otherwise } = DEFAULTED.exec(inside)?.groups ?? {};
    const value = context.get(name.toLowerCase())?.[0] ?? otherwise;
    missing ||= value === undefined;
    return value ?? '';
  });
  return missing ? undefined : filled;
}

/** A character that stands for itself, by a sign that no name holds. */
function literal(character: string): string {
  return `\u0000${character}`;
}

function shapeOf(pattern: string): RegExp {
  const known = shapes.get(pattern);
  if (known) return known;
  const source = pattern.replaceAll(/\0?./gsu, (part) => {
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return part.replace('\u0000', '').replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  const shape = new RegExp(`^${source}$`, 'u');
  // Patterns come from the template, but for what tags bring into them.
  if (!pattern.includes('\u0000') && shapes.size < 10_000) shapes.set(pattern, shape);
  return shape;
}
