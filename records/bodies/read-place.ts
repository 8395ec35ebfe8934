import { type Division, liesIn } from './divisions.ts';
import { LONGEST_SPELLING, spelledSo } from './spellings.ts';

/** The division that a body's name begins with, and the rest of the name. */
export interface Place {
  readonly division: Division;
  readonly rest: string;
}

/**
 * District names that say nothing without their city, though the table has them once: names of one character (东区 is
 * a district of 攀枝花 and a street of 中山), and those that another city had as well in a fiscal year of the forms.
 */
const NEEDS_CITY = /^(?:.区|桥东区)$/u;

/**
 * Reads the chain of divisions that a name begins with: province, city, county, of which each may be left out.
 * @param name as bodyKeyOf makes it
 * @param near code of the division that is meant where the name alone could mean several
 * @returns nothing where no division stands there, or where several of the country could be meant
 */
export function readPlace(name: string, near?: string): Place | undefined {
  const places = possiblePlaces(name, near);
  const [only] = new Set(places.map(({ division }) => division.code)).size === 1 ? places : [];
  return only ?? places.find(({ division }) => division.code === near);
}

/** Every division of the country that the beginning of a name may mean, as much of it as any takes in. */
export function possiblePlaces(name: string, near?: string): readonly Place[] {
  const chains = chainsOf(name, undefined, near);
  const shortest = Math.min(...chains.map(({ rest }) => rest.length));
  return chains.filter(({ rest }) => rest.length === shortest);
}

/** Every chain of divisions, each within the one before it, that the text begins with. */
function chainsOf(text: string, within: Division | undefined, near: string | undefined): Place[] {
  const found: Place[] = [];
  for (let length = 2; length <= Math.min(LONGEST_SPELLING, text.length); length++) {
    const rest = text.slice(length);
    for (const { division, onlyBefore } of spelledSo(text.slice(0, length))) {
      if (within ? !liesIn(division, within) : NEEDS_CITY.test(division.name) && division.code !== near) continue;
      if (!onlyBefore) found.push({ division, rest });
      found.push(...chainsOf(rest, division, near));
    }
  }
  return found;
}
