import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { DocumentAnswer } from '../../records/contract/api/reports.ts';

/** A cell of a grid of the document: position of its block, and row and column as the grid counts them. */
export interface CellPlace {
  readonly block: number;
  readonly row: number;
  readonly column: number;
}

/** `finding`: a number of its sum was pressed; `chosen`: the finding itself was, and nothing takes the focus from it. */
type Side = 'tables' | 'source' | 'finding' | 'chosen';

/** The cell that is looked at, in the tables and in the source alike, and which side led there. */
export interface FocusedCell {
  readonly place: CellPlace | null;
  readonly by: Side | null;
  readonly focus: (place: CellPlace, by: Side) => void;
}

export const FocusedCellContext = createContext<FocusedCell>({ place: null, by: null, focus: () => undefined });

export const useFocusedCell = (): FocusedCell => useContext(FocusedCellContext);

/** The state behind the context; nothing is focused at first. */
export function useNewFocusedCell(): FocusedCell {
  const [state, setState] = useState<Pick<FocusedCell, 'place' | 'by'>>({ place: null, by: null });
  return useMemo(() => ({ ...state, focus: (place, by) => setState({ place, by }) }), [state]);
}

export const isSamePlace = (one: CellPlace | null, other: CellPlace): boolean =>
  one !== null && one.block === other.block && one.row === other.row && one.column === other.column;

/** Where each figure stands in the document, by figure id. */
export function placesOf({ blocks }: DocumentAnswer): ReadonlyMap<string, CellPlace> {
  const places = new Map<string, CellPlace>();
  blocks.forEach((one, block) => {
    if (one.kind !== 'grid') return;
    for (const { figure, row, column } of one.cells)
      if (figure !== undefined) places.set(figure, { block, row, column });
  });
  return places;
}
