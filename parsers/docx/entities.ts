const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/gi;
/** Characters resolved at a time: replacing millions at once takes memory for each of them. */
const PIECE = 16_384;
const LONGEST_REFERENCE = 12;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Character data with its references resolved (XML 1.0, 4.1), characters beyond U+FFFF included; `null` when a
 * reference is none of XML's own, since only a document type declaration could have defined it.
 */
export function resolveReferences(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  if (raw.length <= PIECE) return resolveIn(raw);
  let text = '';
  for (let at = 0; at < raw.length; ) {
    const end = endOfPiece(raw, at);
    const piece = resolveIn(raw.slice(at, end));
    if (piece === null) return null;
    text += piece;
    at = end;
  }
  return text;
}

/** About a piece further, but not inside a reference. */
function endOfPiece(raw: string, start: number): number {
  const end = start + PIECE;
  if (end >= raw.length) return raw.length;
  const reference = raw.lastIndexOf('&', end);
  return reference > end - LONGEST_REFERENCE && reference > start ? reference : end;
}

function resolveIn(raw: string): string | null {
  let wellFormed = true;
  const text = raw.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    const resolved = resolve(hex, decimal, name);
    if (resolved === undefined) wellFormed = false;
    return resolved ?? '';
  });
  return wellFormed ? text : null;
}

function resolve(hex?: string, decimal?: string, name?: string): string | undefined {
  if (name !== undefined) return NAMED[name];
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
