import type { FigureId } from '../../forms/form.ts';
import type { Figures } from '../../parsers/figures/figure.ts';
import type { Slip, Suspect } from '../finding.ts';
import { counted, type EvaluableSum } from './evaluable-sums.ts';
import type { Places } from './places.ts';
import { areCellsSwapped, isShifted, type Proposal, slipOf, unlikeliest } from './slips.ts';
import type { Difference } from './smallest-sets.ts';

/** What states a figure's value elsewhere. */
export type Evidence = ReadonlyMap<FigureId, readonly Said[]>;
export interface Said {
  readonly value: number;
  readonly source: Suspect['supportedBy'][number];
}

/** What the changes of a set are judged by. */
export interface Surroundings {
  readonly figures: Figures;
  readonly places: Places;
  readonly sums: readonly EvaluableSum[];
  readonly evidence: Evidence;
  readonly again: ReadonlyMap<string, number>;
}

/** A set of changes and everything that its rank rests on. */
export interface ExplainedSet {
  readonly suspect: Suspect;
  /** How many slips it takes: two cells swapped are one. */
  readonly slips: number;
  /** Cells that were read with certainty. */
  readonly certain: number;
  /** Changes to a value that is said elsewhere. */
  readonly supported: number;
  /** Changes away from a value that is said elsewhere. */
  readonly contradicted: number;
  /** By how much the values change, all together. */
  readonly distance: number;
}

interface Change extends Proposal {
  readonly figure: FigureId;
}

export function explainSet(set: readonly Difference[], around: Surroundings): ExplainedSet {
  const changes = inFormOrder(set, around.places).map((difference) => changeOf(difference, around));
  const certain = changes.filter((change) => !isDoubted(change, around)).length;
  const slips = slipsOf(changes, around);
  const sources = changes.map((change) => said(change, around));
  return {
    suspect: {
      changes: changes.map(({ figure, proposed }) => ({ figure, value: proposed })),
      fits: certain === 0 ? 'misread' : unlikeliest(slips),
      supportedBy: [...new Set(sources.flatMap(({ supports }) => supports))],
    },
    slips: slips.length,
    certain,
    supported: sources.filter(({ supports }) => supports.length > 0).length,
    contradicted: sources.filter(({ supports, speaksAgainst }) => supports.length === 0 && speaksAgainst).length,
    distance: set.reduce((sum, { by }) => sum + Math.abs(by), 0),
  };
}

function inFormOrder(set: readonly Difference[], places: Places): readonly Difference[] {
  const order = ({ cell }: Difference) => {
    const place = places(cell);
    return place ? place.row * 1000 + place.column : 0;
  };
  return set.toSorted((a, b) => order(a) - order(b));
}

function changeOf({ cell, by }: Difference, { figures, places }: Surroundings): Change {
  const published = counted(figures, cell);
  return {
    figure: cell,
    published,
    proposed: published + by,
    blank: figures[cell]?.value === null,
    place: places(cell),
  };
}

/** Read with doubt, or contradicted by the second reading. */
function isDoubted({ figure, published }: Change, { figures, again }: Surroundings): boolean {
  return figures[figure]?.doubtful === true || (again.get(figure) ?? published) !== published;
}

/** The slips that explain the changes: of the whole row of cells, of pairs, then of single cells. */
function slipsOf(changes: readonly Change[], around: Surroundings): readonly Slip[] {
  if (changes.length > 2 && isShifted(changes)) return ['shifted'];
  const [first, ...others] = changes;
  if (!first) return [];
  for (const other of others) {
    const pair = pairSlip([first, other]);
    if (pair)
      return [
        pair,
        ...slipsOf(
          others.filter((change) => change !== other),
          around,
        ),
      ];
  }
  return [slipOf(first, partsOfTotal(first.figure, changes, around)), ...slipsOf(others, around)];
}

function pairSlip(pair: readonly Proposal[]): Slip | undefined {
  if (areCellsSwapped(pair)) return 'cells-swapped';
  return isShifted(pair) ? 'shifted' : undefined;
}

/** The parts of each sum that the cell is the total of, with the values that are proposed for them. */
function partsOfTotal(figure: FigureId, changes: readonly Change[], { sums, figures }: Surroundings): number[][] {
  return sums
    .filter(({ identity: { totals } }) => totals.length === 1 && totals[0] === figure)
    .map(({ identity }) =>
      identity.addends.map((id) => changes.find((change) => change.figure === id)?.proposed ?? counted(figures, id)),
    );
}

/** A second reading that agrees says nothing of whether the report is right, so it never speaks against a change. */
function said({ figure, published, proposed }: Change, { evidence, again }: Surroundings) {
  const elsewhere = evidence.get(figure) ?? [];
  const supports = elsewhere.filter(({ value }) => value === proposed).map(({ source }) => source);
  if (again.get(figure) === proposed) supports.push('second-reading');
  const speaksAgainst = elsewhere.some(({ value, source }) => value === published && source !== 'second-reading');
  return { supports, speaksAgainst };
}
