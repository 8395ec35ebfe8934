import type { FigureId } from '../forms/form.ts';
import type { Finding } from './finding.ts';
import type { Reading } from './reading.ts';

type Seen = Finding['secondReading'];

/**
 * What a second, independent reading of the same file says of the cells that a finding rests on.
 * @returns nothing where no second reading was taken; `silent` where it did not find all of them and contradicts none
 */
export function compareReadings(
  ids: readonly FigureId[],
  { figures, again }: Pick<Reading, 'figures' | 'again'>,
): Seen {
  if (!again) return undefined;
  const seen = ids.filter((id) => again.has(id));
  if (seen.some((id) => again.get(id) !== (figures[id]?.value ?? 0))) return 'disagrees';
  return seen.length === ids.length ? 'agrees' : 'silent';
}

/** What second readings say of a finding that rests on cells of two files. */
export function compareBoth(own: Seen, other: Seen): Seen {
  if (own === 'disagrees' || other === 'disagrees') return 'disagrees';
  if (!own || !other) return undefined;
  return own === 'agrees' && other === 'agrees' ? 'agrees' : 'silent';
}

/** The cause of a finding, given whether a cell concerned was read with doubt. */
export const causeOf = (doubtful: boolean, secondReading: Seen): Finding['cause'] =>
  doubtful || secondReading === 'disagrees' ? 'possibly-misread' : 'report';

/** Whether an error is blamed on a report whose cells nobody has read twice. */
export const accusesOnOneReading = ({ severity, cause, secondReading }: Finding): boolean =>
  severity === 'error' && cause === 'report' && secondReading === undefined;
