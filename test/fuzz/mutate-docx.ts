import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Random } from '../dresses/random.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateXml } from './mutate-xml.ts';

type Parts = Record<string, Uint8Array>;
type Change = (parts: Parts, other: Parts, random: Random) => { parts: Parts; what: string[] };

const MAIN = 'word/document.xml';
const WHEN = new Date('2021-01-20T08:00:00');

const anyName = (parts: Parts, random: Random) => Object.keys(parts)[random.int(Object.keys(parts).length)] ?? MAIN;

const CHANGES: readonly Change[] = [
  // The most often: what a reader makes of markup is where it has most to lose.
  ...Array.from<Change>({ length: 7 }).fill((parts, other, random) => {
    const name = random.chance(0.75) ? MAIN : anyName(parts, random);
    const { xml, what } = mutateXml(textOf(parts, name), textOf(other, random.chance(0.8) ? name : MAIN), random);
    return { parts: { ...parts, [name]: strToU8(xml) }, what: what.map((one) => `${name}: ${one}`) };
  }),
  (parts, other, random) => {
    const [name, theirs] = [anyName(parts, random), anyName(other, random)];
    return {
      parts: { ...parts, [name]: other[theirs] ?? new Uint8Array() },
      what: [`${name} is ${theirs} of another`],
    };
  },
  (parts, _, random) => {
    const name = anyName(parts, random);
    return { parts: Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name)), what: [`no ${name}`] };
  },
  (parts, other, random) => {
    const name = anyName(parts, random);
    const { bytes, what } = mutateBytes(parts[name] ?? new Uint8Array(), other[name] ?? new Uint8Array(9), random);
    return { parts: { ...parts, [name]: bytes }, what: [`${name}: ${what}`] };
  },
];

const textOf = (parts: Parts, name: string) => strFromU8(parts[name] ?? new Uint8Array());

/** Changes the parts of a .docx and packs them again, so that what is wrong lies behind the archive. */
export function mutateDocx(file: Uint8Array, other: Uint8Array, random: Random): { bytes: Uint8Array; what: string[] } {
  const theirs = unzipSync(other);
  let parts: Parts = unzipSync(file);
  const what: string[] = [];
  for (let count = 1 + random.int(3); count > 0 && Object.keys(parts).length > 0; count--) {
    const change = CHANGES[random.int(CHANGES.length)];
    const done = change?.(parts, theirs, random);
    if (!done) continue;
    parts = done.parts;
    what.push(...done.what);
  }
  const level = random.chance(0.9) ? 1 : 0;
  const packed: Zippable = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, [bytes, {}]]));
  return { bytes: zipSync(packed, { level, mtime: WHEN }), what };
}
