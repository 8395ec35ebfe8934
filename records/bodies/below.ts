import type { Body } from './body.ts';
import { isZone } from './organ.ts';
import type { Roster } from './roster.ts';
import { isVertical } from './vertical-bodies.ts';

/** A government of county level or above, as its key ends: of the table's divisions and of others (滨海新区人民政府). */
const GOVERNMENT = /^\d{6}(?:人民政府|行政公署)$|(?:[省市州县区旗盟]|地区)(?:人民政府|行政公署)?$/u;

/**
 * Whether a body's report adds up those of the bodies below it: that of a government of county level or above and of a
 * zone does, that of an office or department never.
 */
export function isAggregate({ bodyKey, level }: Pick<Body, 'bodyKey' | 'level'>): boolean {
  if (level === 'department' || level === 'township') return false;
  return GOVERNMENT.test(bodyKey) || isZone(bodyKey);
}

/** The bodies directly below one, whose reports its report adds up: not those that answer to a ministry. */
export function childrenOf(body: Pick<Body, 'bodyKey'>, roster: Roster): readonly Body[] {
  return roster.bodies.filter(({ parent, name }) => parent === body.bodyKey && !isVertical(name));
}

/** The body whose report adds up this one's; nothing where the roster names none. */
export function parentOf(body: Pick<Body, 'bodyKey'>, roster: Roster): Body | undefined {
  const own = roster.byKey.get(body.bodyKey);
  const parent = own?.parent && !isVertical(own.name) ? roster.byKey.get(own.parent) : undefined;
  return parent && isAggregate(parent) ? parent : undefined;
}
