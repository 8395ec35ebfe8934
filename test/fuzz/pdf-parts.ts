import { unzlibSync, zlibSync } from 'fflate';

/** A PDF taken apart: text in which each byte is a character. */
export interface PdfParts {
  readonly objects: Map<number, PdfObject>;
  /** The object that the trailer calls the root. */
  readonly root: number;
}

export interface PdfObject {
  /** The value, of a stream its dictionary. */
  readonly value: string;
  /** What the stream holds, inflated where nothing but that was done to it. */
  readonly stream?: { readonly data: string; readonly inflated: boolean };
}

const OBJECT = /(?<number>\d+) \d+ obj\b(?<content>[\s\S]*?)\bendobj/gu;

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Takes a sound file apart; objects in object streams as well. */
export function takeApart(file: Uint8Array): PdfParts {
  const text = latin(file);
  const objects = new Map<number, PdfObject>();
  for (const { groups } of text.matchAll(OBJECT))
    objects.set(Number(groups?.number), readObject(groups?.content ?? ''));
  for (const { value, stream } of [...objects.values()]) {
    if (!/\/Type\s*\/ObjStm/u.test(value) || !stream) continue;
    for (const [number, inner] of objectsWithin(value, stream.data)) objects.set(number, { value: inner });
  }
  for (const [number, { value }] of objects) if (/\/Type\s*\/(?:ObjStm|XRef)/u.test(value)) objects.delete(number);
  const catalogue = [...objects].find(([, { value }]) => /\/Type\s*\/Catalog/u.test(value));
  return { objects, root: catalogue?.[0] ?? 1 };
}

function readObject(content: string): PdfObject {
  const at = /stream\r?\n/u.exec(content);
  if (!at) return { value: content.trim() };
  const value = content.slice(0, at.index).trim();
  const from = at.index + at[0].length;
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/u.exec(value)?.[1] ?? content.lastIndexOf('endstream') - from);
  const data = content.slice(from, from + length);
  if (!/\/Filter\s*\[?\s*\/FlateDecode/u.test(value) || /\/DecodeParms/u.test(value))
    return { value, stream: { data, inflated: false } };
  try {
    return { value, stream: { data: latin(unzlibSync(bytesOf(data))), inflated: true } };
  } catch {
    return { value, stream: { data, inflated: false } };
  }
}

function objectsWithin(value: string, data: string): [number, string][] {
  const first = Number(/\/First\s+(\d+)/u.exec(value)?.[1] ?? 0);
  const header = data.slice(0, first).trim().split(/\s+/u).map(Number);
  const numbers = header.filter((_, at) => at % 2 === 0);
  const offsets = header.filter((_, at) => at % 2 === 1);
  return numbers.map((number, at) => {
    const to = offsets[at + 1];
    return [number, data.slice(first + (offsets[at] ?? 0), to === undefined ? undefined : first + to).trim()];
  });
}

/** Writes a file of these objects; `broken` leaves its cross-references out, so that a reader has to look for them. */
export function putTogether({ objects, root }: PdfParts, broken: boolean): Uint8Array {
  let text = '%PDF-1.5\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${write(object)}\nendobj\n`;
  }
  const size = Math.max(0, ...objects.keys()) + 1;
  const trailer = `trailer\n<</Size ${size}/Root ${root} 0 R>>\n`;
  if (broken) return bytesOf(text + trailer);
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return bytesOf(`${text}xref\n0 ${size}\n${rows.join('')}${trailer}startxref\n${text.length}\n%%EOF\n`);
}

function write({ value, stream }: PdfObject): string {
  if (!stream) return value;
  const data = stream.inflated ? latin(zlibSync(bytesOf(stream.data), { level: 1 })) : stream.data;
  // The first one counts in most readers: that of a mutated dictionary may say something else.
  const entries = value.replace(/\/Length\s+\d+(?!\s+\d+\s+R)/u, `/Length ${data.length}`);
  return `${entries}\nstream\n${data}\nendstream`;
}
