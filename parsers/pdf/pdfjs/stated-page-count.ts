const LOOKING = {
  /** Nodes of the page tree looked at, from the end of the file: one or two per saved revision, and one for ten pages. */
  nodes: 500,
  /** Characters of a node before and after its type; a reference to a page takes eight. */
  before: 8_000,
  after: 8_000,
} as const;

const TYPE = '/Pages';
const IS_NODE = /\/Type\s*\/Pages(?![\w-])/;
const COUNT = /\/Count\s+(\d{1,7})(?!\d)(?!\s+\d+\s+R)/;

/**
 * How many pages the file itself says that it has: pdf.js drops pages without a word when it has to rebuild the
 * cross-reference table.
 * @returns the count of the last root of the page tree as it stands in the bytes; nothing when it stands in a compressed
 * object stream
 */
export function statedPageCount(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  let at = text.lastIndexOf(TYPE);
  for (let seen = 0; at >= 0 && seen < LOOKING.nodes; seen++) {
    const count = countOfRoot(objectAround(text, at));
    if (count !== undefined) return count;
    at = at === 0 ? -1 : text.lastIndexOf(TYPE, at - 1);
  }
  return undefined;
}

function objectAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LOOKING.before), at);
  const after = text.slice(at, at + LOOKING.after);
  const end = after.indexOf('endobj');
  const begin = before.lastIndexOf(' obj');
  return begin < 0 || end < 0 ? '' : before.slice(begin) + after.slice(0, end);
}

function countOfRoot(object: string): number | undefined {
  if (!IS_NODE.test(object) || object.includes('/Parent')) return undefined;
  const [, count] = COUNT.exec(object) ?? [];
  return count === undefined ? undefined : Number(count);
}
