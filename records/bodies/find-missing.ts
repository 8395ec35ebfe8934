import { dueDateOf } from '../../checks/rules/deadline.ts';
import type { Body } from './body.ts';
import type { Roster } from './roster.ts';

/** A body on the roster of whose report for a year nothing is on file. */
export interface MissingReport {
  readonly body: Body;
  /** ISO date by which it was to be published; absent where the body's level is not known. */
  readonly due: string | undefined;
}

/**
 * Who has not submitted, those whose term ends first before the others, otherwise as the roster has them.
 * @param filed keys of the bodies of whose report for that year a revision is on file, accepted or not
 */
export function findMissing(roster: Roster, year: number, filed: ReadonlySet<string>): readonly MissingReport[] {
  return roster.bodies
    .filter(({ bodyKey }) => !filed.has(bodyKey))
    .map((body) => ({ body, due: body.level && dueDateOf(body.level, year) }))
    .sort((one, other) => (one.due ?? LAST).localeCompare(other.due ?? LAST));
}

/** After every date. */
const LAST = '9999';
