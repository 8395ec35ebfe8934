/** Something that reads a report and is timed. What it gives is of no use, but must not be optimised away. */
export type Contender = (bytes: Uint8Array) => unknown;
