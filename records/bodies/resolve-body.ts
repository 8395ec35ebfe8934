import { bodyKeyOf } from '../keys.ts';
import type { Body } from './body.ts';
import { readName } from './read-name.ts';
import type { Roster } from './roster.ts';

/**
 * Whose report it is that a name stands on: by the roster, else by the table of divisions, else by the name as it is
 * written. A name that several bodies of the country have (鼓楼区教育局) is never guessed.
 */
export function resolveBody(name: string, roster: Roster): Body {
  const known = roster.bySpelling.get(bodyKeyOf(name));
  if (known) return known;
  const body = readName(name);
  return roster.byKey.get(body.bodyKey) ?? body;
}
