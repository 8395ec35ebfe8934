import { bodyKeyOf } from '../keys.ts';
import type { Body } from './body.ts';
import { levelOf, organOf } from './organ.ts';
import { readPlace } from './read-place.ts';

/**
 * The body that a name means without any roster: the organ of a division, else whoever writes itself exactly so.
 * @param near code of the division that is meant where the name alone could mean several
 */
export function readName(name: string, near?: string): Body {
  const written = bodyKeyOf(name);
  const place = readPlace(written, near);
  const organ = place && organOf(place.rest, place.division);
  if (!place || !organ) return { bodyKey: written, name, level: levelOf(written), kind: 'name' };
  const { division } = place;
  return {
    bodyKey: division.code + organ,
    name,
    division: division.code,
    level: levelOf(organ, division),
    kind: 'division',
  };
}
