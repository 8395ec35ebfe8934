import { childrenOf, isAggregate, parentOf } from '../../records/bodies/below.ts';
import { resolveBody } from '../../records/bodies/resolve-body.ts';
import type { Bodies, RosterReader } from '../dependencies.ts';

/** Who is who, by the roster that stands at the moment of asking and the table of divisions. */
export function rosterBodies({ readRoster }: RosterReader): Bodies {
  return {
    async keyOf(name) {
      return resolveBody(name, await readRoster()).bodyKey;
    },
    async levelOf(name) {
      return resolveBody(name, await readRoster()).level;
    },
    async above(bodyKey) {
      return parentOf({ bodyKey }, await readRoster())?.bodyKey;
    },
    async below(bodyKey) {
      const roster = await readRoster();
      const body = roster.byKey.get(bodyKey);
      return body && isAggregate(body) ? childrenOf(body, roster) : [];
    },
  };
}
