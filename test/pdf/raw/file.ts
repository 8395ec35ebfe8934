import { deflateSync } from 'node:zlib';

/** How a file is put together, apart from what it shows. */
export interface FileStyle {
  /** `streams`: objects in object streams under a cross-reference stream, as PDF 1.5 allows. */
  readonly references: 'table' | 'streams';
  readonly filter: 'none' | 'flate' | 'hex' | 'flate in base 85';
}

/** Collects the objects of a file; values are PDF syntax as they are to be written. */
export interface FileDraft {
  /** @returns the object's number */
  add(value: string): number;
  /** Gives a number to an object that others refer to before it is known. */
  reserve(): number;
  put(number: number, value: string): void;
  addStream(entries: string, data: Uint8Array): number;
  finish(catalogue: number): Uint8Array;
}

interface Entry {
  value: string;
  stream?: Uint8Array;
}

export const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

export function draftFile(style: FileStyle): FileDraft {
  const entries: Entry[] = [];
  const add = (entry: Entry): number => entries.push(entry);
  return {
    add: (value) => add({ value }),
    reserve: () => add({ value: 'null' }),
    put(number, value) {
      entries[number - 1] = { value };
    },
    addStream(dict, data) {
      const { bytes, filter } = encode(data, style.filter);
      return add({ value: `<< ${dict}${filter} /Length ${bytes.length} >>`, stream: bytes });
    },
    finish: (catalogue) => (style.references === 'table' ? withTable : withStreams)(entries, catalogue),
  };
}

function encode(data: Uint8Array, filter: FileStyle['filter']): { bytes: Uint8Array; filter: string } {
  switch (filter) {
    case 'none':
      return { bytes: data, filter: '' };
    case 'flate':
      return { bytes: new Uint8Array(deflateSync(data)), filter: ' /Filter /FlateDecode' };
    case 'hex':
      return { bytes: latin(`${Buffer.from(data).toString('hex')}>`), filter: ' /Filter /ASCIIHexDecode' };
    case 'flate in base 85':
      return { bytes: latin(`${base85(deflateSync(data))}~>`), filter: ' /Filter [/ASCII85Decode /FlateDecode]' };
    default:
      return filter satisfies never;
  }
}

function base85(data: Uint8Array): string {
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    const count = Math.min(4, data.length - at);
    let word = 0;
    for (let index = 0; index < 4; index++) word = word * 256 + (data[at + index] ?? 0);
    let group = '';
    for (let index = 0; index < 5; index++) {
      group = String.fromCharCode(33 + (word % 85)) + group;
      word = Math.floor(word / 85);
    }
    text += count === 4 && group === '!!!!!' ? 'z' : group.slice(0, count + 1);
  }
  return text;
}

/** Bytes written one after another, with the place of each object. */
function body(numbered: readonly (readonly [number, Entry])[], version: string) {
  const parts: Uint8Array[] = [latin(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`)];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  for (const [number, { value, stream }] of numbered) {
    offsets.set(number, length);
    const object = stream
      ? [latin(`${number} 0 obj\n${value}\nstream\n`), stream, latin('\nendstream\nendobj\n')]
      : [latin(`${number} 0 obj\n${value}\nendobj\n`)];
    parts.push(...object);
    length += object.reduce((sum, part) => sum + part.length, 0);
  }
  return { parts, offsets, length };
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function withTable(entries: readonly Entry[], catalogue: number): Uint8Array {
  const numbered = entries.map((entry, at) => [at + 1, entry] as const);
  const { parts, offsets, length } = body(numbered, '1.4');
  const rows = numbered.map(([number]) => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`);
  const size = entries.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root ${catalogue} 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return joined([...parts, latin(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}${trailer}`)]);
}

const OBJECTS_IN_STREAM = 60;

function withStreams(entries: readonly Entry[], catalogue: number): Uint8Array {
  const numbered = entries.map((entry, at) => [at + 1, entry] as const);
  const plain = numbered.filter(([, { stream }]) => !stream);
  const outside = numbered.filter(([, { stream }]) => stream);
  const inside = new Map<number, readonly [stream: number, index: number]>();
  let next = entries.length + 1;
  for (let at = 0; at < plain.length; at += OBJECTS_IN_STREAM) {
    const group = plain.slice(at, at + OBJECTS_IN_STREAM);
    outside.push([next, objectStream(group)]);
    for (const [index, [number]] of group.entries()) inside.set(number, [next, index]);
    next += 1;
  }
  const { parts, offsets, length } = body(outside, '1.5');
  offsets.set(next, length);
  const rows: number[][] = [[0, 0, 0]];
  for (let number = 1; number <= next; number++) {
    const place = inside.get(number);
    rows.push(place ? [2, ...place] : [1, offsets.get(number) ?? 0, 0]);
  }
  const data = new Uint8Array(deflateSync(upPredicted(rows.map(tableRow))));
  const dict =
    `<< /Type /XRef /Size ${next + 1} /Root ${catalogue} 0 R /W [1 4 2] /Filter /FlateDecode ` +
    `/DecodeParms << /Predictor 12 /Columns 7 >> /Length ${data.length} >>`;
  const end = `\nendstream\nendobj\nstartxref\n${length}\n%%EOF\n`;
  return joined([...parts, latin(`${next} 0 obj\n${dict}\nstream\n`), data, latin(end)]);
}

function objectStream(group: readonly (readonly [number, Entry])[]): Entry {
  const offsets: string[] = [];
  let text = '';
  for (const [number, { value }] of group) {
    offsets.push(`${number} ${text.length}`);
    text += `${value}\n`;
  }
  const head = `${offsets.join(' ')}\n`;
  const data = new Uint8Array(deflateSync(latin(head + text)));
  const dict = `/Type /ObjStm /N ${group.length} /First ${head.length} /Filter /FlateDecode /Length ${data.length}`;
  return { value: `<< ${dict} >>`, stream: data };
}

function tableRow([kind = 0, place = 0, index = 0]: readonly number[]): number[] {
  return [kind, place >>> 24, (place >>> 16) & 255, (place >>> 8) & 255, place & 255, index >> 8, index & 255];
}

/** PNG's predictor 2: each byte less the one above it. */
function upPredicted(rows: readonly number[][]): Uint8Array {
  return Uint8Array.from(
    rows.flatMap((row, at) => [2, ...row.map((byte, column) => (byte - (rows[at - 1]?.[column] ?? 0)) & 255)]),
  );
}
