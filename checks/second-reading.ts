import type { FigureId } from '../forms/form.ts';
import type { Finding } from './finding.ts';
import type { Reading } from './reading.ts';

/**
 * What a second, independent reading of the same file says of the cells that a finding rests on.
 * @returns nothing where no second reading was taken; `silent` where it did not find all of them and contradicts none
 */
export function compareReadings(ids: readonly FigureId[], { figures, again }: Reading): Finding['secondReading'] {
  if (!again) return undefined;
  const seen = ids.filter((id) => again.has(id));
  if (seen.some((id) => again.get(id) !== (figures[id]?.value ?? 0))) return 'disagrees';
  return seen.length === ids.length ? 'agrees' : 'silent';
}

/** The cause of a finding, given whether a cell concerned was read with doubt. */
export const causeOf = (doubtful: boolean, secondReading: Finding['secondReading']): Finding['cause'] =>
  doubtful || secondReading === 'disagrees' ? 'possibly-misread' : 'report';
