/**
 * What a terminal would obey, but for line ends, colours, and the two that redraw a line: other escapes, control
 * characters of either set, and marks that turn the direction of what follows. A file's name may hold them, and then
 * rewrite what a person reads.
 */
const OBEYED = new RegExp(
  [
    String.raw`(?<kept>\u001b\[(?:[0-9]{1,2}m|K))`,
    String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]`,
    String.raw`\r(?=[^\n\u001b]*[^\s\u001b])(?<!^\r)`,
    String.raw`[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]`,
  ].join('|'),
  'gu',
);

/** The text with every such character shown as what it is. */
export function showControls(text: string): string {
  return text.replace(OBEYED, (found, kept: string | undefined) => kept ?? nameOf(found));
}

const nameOf = (character: string) => `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`;

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Lets no text reach a terminal before {@link showControls}. Files and pipes get what was written. */
export function guardTerminal(stream: Terminal): void {
  if (!stream.isTTY) return;
  const write = stream.write.bind(stream) as (...all: unknown[]) => boolean;
  stream.write = ((chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' ? showControls(chunk) : chunk, ...rest)) as Terminal['write'];
}
