import { addNote } from './draft.ts';
import type { ElementHandlers } from './elements.ts';
import { noteHere, type Reading } from './reading.ts';

/** Tracked changes (17.13.5), read as accepted: what was inserted stays, what was deleted goes. */
export const CHANGE_ELEMENTS: ElementHandlers = {
  'w:del': { open: remove },
  'w:moveFrom': { open: remove },
  'w:ins': { open: insert, close: endInsert },
  'w:moveTo': { open: insert, close: endInsert },
  'w:delText': { open: () => 'skip' },
  'w:delInstrText': { open: () => 'skip' },
};

/** Around content, or as a property of the run, the paragraph mark or the row. */
function remove(reading: Reading): 'skip' | undefined {
  if (reading.format !== undefined) {
    reading.format.deleted = true;
  } else if (reading.properties === 'row') {
    if (reading.level.row !== undefined) reading.level.row.deleted = true;
  } else if (reading.properties === undefined) {
    noteHere(reading, 'deleted-text');
    return 'skip';
  }
  return undefined;
}

function insert(reading: Reading): undefined {
  if (reading.properties === 'row') addNote(reading.level.notes, 'inserted-text');
  else if (reading.properties === undefined && reading.format === undefined) reading.insertions++;
  return undefined;
}

function endInsert(reading: Reading): void {
  if (reading.properties === undefined && reading.format === undefined) reading.insertions--;
}
