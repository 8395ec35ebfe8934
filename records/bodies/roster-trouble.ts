import type { Message } from '../../checks/finding.ts';
import type { RosterEntry } from './roster.ts';

/** What is wrong with a line of a roster, and what to do about it. */
export interface RosterTrouble {
  /** As an editor counts lines, from 1. */
  readonly line: number;
  readonly message: Message;
}

/** An entry and the line that it begins on. */
export interface RosterLine {
  readonly line: number;
  readonly entry: RosterEntry;
}
