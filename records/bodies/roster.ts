import * as z from 'zod';
import { BODY_LEVELS } from '../../checks/reading.ts';
import { bodyKeyOf } from '../keys.ts';
import type { Body } from './body.ts';
import { type Division, divisionOf, lineOf } from './divisions.ts';
import { readName } from './read-name.ts';
import { readPlace } from './read-place.ts';

/** One body as an office lists it. */
export const rosterEntrySchema = z.object({
  name: z.string().min(1),
  /** Other names of the same body: short ones, and those it had before it was reorganised. */
  aliases: z.array(z.string().min(1)),
  /** Code of the division that it belongs to. */
  code: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
  level: z.enum(BODY_LEVELS).optional(),
  /** A name or alias of the body above it. */
  parent: z.string().min(1).optional(),
  /** The 政务公开办 that oversees it. */
  office: z.string().min(1).optional(),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

/** The bodies that are expected to report, found by every way to write them. */
export interface Roster {
  readonly entries: readonly RosterEntry[];
  /** In the order of the entries. */
  readonly bodies: readonly Body[];
  /** By name and alias, as bodyKeyOf makes them. */
  readonly bySpelling: ReadonlyMap<string, Body>;
  readonly byKey: ReadonlyMap<string, Body>;
}

/** @param entries without the troubles that findRosterTroubles finds; of two that clash the first counts */
export function openRoster(entries: readonly RosterEntry[]): Roster {
  const all = entries.map((entry) => ({ entry, claims: claimsOf(entry) }));
  const ownerBySpelling = new Map<string, string>();
  const ownerByKey = new Map<string, string>();
  for (const { claims } of all) {
    for (const text of claims.spellings) claim(ownerBySpelling, text, claims.body.bodyKey);
    for (const key of claims.keys) claim(ownerByKey, key, claims.body.bodyKey);
  }
  const find = (name: string) => ownerBySpelling.get(bodyKeyOf(name)) ?? ownerByKey.get(readName(name).bodyKey);
  const bodies = all.map(({ entry, claims }) => ({ ...claims.body, parent: entry.parent && find(entry.parent) }));
  const byOwnKey = new Map(bodies.map((body) => [body.bodyKey, body]));
  const toBodies = (owners: ReadonlyMap<string, string>) =>
    new Map(
      [...owners].flatMap(([words, owner]) => {
        const body = byOwnKey.get(owner);
        return body ? [[words, body] as const] : [];
      }),
    );
  return { entries, bodies, bySpelling: toBodies(ownerBySpelling), byKey: toBodies(ownerByKey) };
}

function claim(owners: Map<string, string>, words: string, owner: string): void {
  if (!owners.has(words)) owners.set(words, owner);
}

export const EMPTY_ROSTER: Roster = openRoster([]);

/** The body that an entry stands for, without what is above it, and what its reports may be recognised by. */
interface Claims {
  readonly body: Body;
  /** Names and aliases, as bodyKeyOf makes them. */
  readonly spellings: readonly string[];
  /** The keys of those, for reports that are written as the roster does not list them. */
  readonly keys: readonly string[];
}

export function claimsOf(entry: RosterEntry): Claims {
  const { name, aliases, code, level, office } = entry;
  const own = readName(name, code);
  const others = aliases.map((alias) => ({ name: alias, told: readName(alias, code) }));
  // A bare division as an alias (洪泽区 for its office) is taken at its word: it claims no key, which is its government's.
  const meant = others.filter((other) => readPlace(bodyKeyOf(other.name), code)?.rest !== '');
  const places = code ? placesBefore(lineOf(divisionOf(code))) : [];
  return {
    body: {
      bodyKey: own.bodyKey,
      name,
      division: code ?? own.division,
      level: level ?? own.level,
      office,
      kind: 'roster',
    },
    spellings: [{ name, told: own }, ...others].flatMap(({ name: written, told }) =>
      spellingsOf(written, told, places),
    ),
    keys: [...new Set([own.bodyKey, ...meant.map(({ told }) => told.bodyKey)])],
  };
}

/**
 * A name that the table of divisions cannot read (an abolished county, a zone) may also stand after the divisions that
 * the body lies in.
 */
function spellingsOf(name: string, told: Body, places: readonly string[]): readonly string[] {
  const text = bodyKeyOf(name);
  return told.kind === 'division' ? [text] : [text, ...places.map((place) => place + text)];
}

/** 江苏省淮安市洪泽区, 淮安市洪泽区, 江苏省洪泽区, … each of which may stand before a name. */
function placesBefore([nearest, ...outer]: readonly Division[]): readonly string[] {
  if (!nearest) return [];
  const places = placesBefore(outer);
  return [nearest.name, ...places, ...places.map((place) => place + nearest.name)];
}
