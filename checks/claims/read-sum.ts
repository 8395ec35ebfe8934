import type { Meaning } from '../../parsers/prose/prose.ts';
import type { Reading } from '../reading.ts';
import type { ClaimedPart, ClaimedSum } from './claimed-figures.ts';
import { addUp, type TableSays, tableSays } from './table-says.ts';

/** A sum that a claim may be about, with what the tables say of it. */
export interface ReadSum {
  readonly meaning: Meaning;
  readonly parts: readonly (ClaimedPart & { readonly says: TableSays })[];
  readonly total: TableSays;
}

export function readSum(meaning: Meaning, sum: ClaimedSum, reading: Reading): ReadSum {
  const parts = sum.map((part) => ({ ...part, says: tableSays(part.cells, reading) }));
  return { meaning, parts, total: parts.map(({ says }) => says).reduce(addUp) };
}
