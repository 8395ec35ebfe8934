import { zlibSync } from 'fflate';

/** An object as written after `n 0 obj`: text, or a stream of these entries and data. */
export type Written = string | { readonly dict: string; readonly data: Uint8Array | string };

export interface Shape {
  /** `stream` puts the objects that are no streams into an object stream. */
  readonly xref?: 'table' | 'stream' | 'none';
  /** More entries of the trailer. */
  readonly trailer?: string;
  /** Before `%PDF-`. */
  readonly junk?: string;
  /** Offsets count from the header instead of the first byte. */
  readonly fromHeader?: boolean;
  readonly endOfLine?: string;
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

export function deflated(content: string | Uint8Array, entries = ''): Written {
  const data = zlibSync(typeof content === 'string' ? latin1(content) : content);
  return { dict: `/Filter/FlateDecode${entries}`, data };
}

/** The body of a file and where each object stands in it. */
function writeBody(
  objects: ReadonlyMap<number, Written>,
  start: string,
): { text: string; offsets: Map<number, number> } {
  let text = start;
  const offsets = new Map<number, number>();
  for (const [number, written] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${bodyOf(written)}\nendobj\n`;
  }
  return { text, offsets };
}

function bodyOf(written: Written): string {
  if (typeof written === 'string') return written;
  const data = typeof written.data === 'string' ? written.data : textOf(written.data);
  const length = /\/Length[ \d]/.test(written.dict) ? '' : `/Length ${data.length}`;
  return `<<${written.dict}${length}>>\nstream\n${data}\nendstream`;
}

/** A PDF of these objects; number 1 is its catalogue. */
export function buildPdf(objects: Record<number, Written>, shape: Shape = {}): Uint8Array {
  const all = new Map(Object.entries(objects).map(([number, written]) => [Number(number), written]));
  const { xref = 'table', trailer = '', junk = '', fromHeader = false, endOfLine = ' \n' } = shape;
  const size = [...all.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  const start = `${junk}%PDF-1.7\n`;
  const shift = fromHeader ? junk.length : 0;
  if (xref === 'stream') return latin1(withXrefStream(all, start, size, trailer, shift));
  const { text, offsets } = writeBody(all, start);
  if (xref === 'none') return latin1(`${text}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\n`);
  let table = `xref\n0 ${size}\n0000000000 65535 f${endOfLine}`;
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number);
    table += offset === undefined ? `0000000000 00000 f${endOfLine}` : `${pad(offset - shift)} 00000 n${endOfLine}`;
  }
  const end = `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length - shift}\n%%EOF\n`;
  return latin1(text + table + end);
}

function withXrefStream(
  all: ReadonlyMap<number, Written>,
  start: string,
  size: number,
  trailer: string,
  shift: number,
): string {
  const packed = [...all].filter((entry): entry is [number, string] => typeof entry[1] === 'string');
  const streams = new Map([...all].filter(([, written]) => typeof written !== 'string'));
  let index = '';
  let content = '';
  for (const [number, written] of packed) {
    index += `${number} ${content.length} `;
    content += `${written} `;
  }
  streams.set(size, deflated(index + content, `/Type/ObjStm/N ${packed.length}/First ${index.length}`));
  const { text, offsets } = writeBody(streams, start);
  const rows: number[] = [];
  for (let number = 0; number <= size + 1; number++) {
    const offset = number === size + 1 ? text.length : offsets.get(number);
    const place = packed.findIndex(([other]) => other === number);
    if (place >= 0) rows.push(...row(2, size, place));
    else rows.push(...(offset === undefined ? row(0, 0, 0) : row(1, offset - shift, 0)));
  }
  const predicted = rows.flatMap((byte, at) => {
    const above = at < 6 ? 0 : (rows[at - 6] ?? 0);
    return at % 6 === 0 ? [2, (byte - above) & 255] : [(byte - above) & 255];
  });
  const parameters = '/DecodeParms<</Predictor 12/Columns 6>>';
  const dict = `/Type/XRef/W[1 4 1]/Size ${size + 2}/Root 1 0 R${parameters}${trailer}`;
  const stream = bodyOf(deflated(Uint8Array.from(predicted), dict));
  return `${text}${size + 1} 0 obj\n${stream}\nendobj\nstartxref\n${text.length - shift}\n%%EOF\n`;
}

function row(kind: number, value: number, last: number): number[] {
  return [kind, (value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255, last];
}

function pad(offset: number): string {
  return String(offset).padStart(10, '0');
}

/** Objects of a file with so many pages, each of whose contents says its number. */
export function pagesOf(count: number, more: Record<number, Written> = {}): Record<number, Written> {
  const objects: Record<number, Written> = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Count ${count}/Kids[${numbers(count)
      .map((page) => `${pageNumber(page)} 0 R`)
      .join(' ')}]/MediaBox[0 0 595 842]>>`,
  };
  for (const page of numbers(count)) {
    objects[pageNumber(page)] = `<</Type/Page/Parent 2 0 R/Contents ${pageNumber(page) + 1} 0 R/Resources<<>>>>`;
    objects[pageNumber(page) + 1] = deflated(`BT (page ${page}) Tj ET`);
  }
  return { ...objects, ...more };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function pageNumber(page: number): number {
  return 1 + 2 * page;
}
