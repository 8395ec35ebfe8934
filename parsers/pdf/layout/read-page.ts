import type { Box, Grid } from '../../document/document.ts';
import type { NoteCode } from '../../document/notes.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { findFallen } from './fallen-marks.ts';
import { findPictures } from './find-pictures.ts';
import type { ProseLine } from './join-paragraphs.ts';
import { layOutGrids } from './lay-out-grids.ts';
import { linesOf, type TextLine } from './lines-of.ts';
import type { Mark } from './mark.ts';
import { placeMarks } from './place-marks.ts';
import type { PreparedPage } from './prepare-page.ts';

/** What stands on a page, taken apart but not yet put in order. */
export interface ReadPage {
  readonly prepared: PreparedPage;
  /** Outside of tables, from top to bottom. */
  readonly prose: readonly ProseLine[];
  readonly tables: readonly ReadTable[];
  readonly pictures: readonly Box[];
  /** Visible upright text that is read, wherever it stands. */
  readonly marks: readonly Mark[];
  /** Those of them whose digits cannot be relied on. */
  readonly masked: ReadonlySet<Mark>;
  /** Of the page as a whole. */
  readonly notes: readonly NoteCode[];
}

/** A grid with the lattice that it was read from. */
export interface ReadTable {
  readonly lattice: Lattice;
  readonly grid: Grid;
}

/** Reads the cells of a page and the lines between its tables. */
export function readPage(prepared: PreparedPage): ReadPage {
  const inside = placeMarks(prepared.marks, prepared.lattices);
  const placing = new Map([...inside, ...findFallen(inside, prepared.marks, prepared.lattices)]);
  const { grids, leftOut, aside, masked } = layOutGrids(prepared, placing);
  // Prose under a picture is not seen; the cells of tables are, as what cannot be read.
  const isHidden = (mark: Mark) => prepared.under.has(mark) && !prepared.under.get(mark)?.seeThrough;
  const outside = prepared.marks.filter((mark) => !placing.has(mark));
  const free = outside.filter((mark) => !isHidden(mark));
  const turned = free.some(({ quarter, isSpace }) => quarter !== 0 && !isSpace);
  const { lines, raised } = linesOf(free.filter(({ quarter }) => quarter === 0));
  const { boxes, isPagePicture } = findPictures(prepared);
  const dropped = new Set([...leftOut, ...raised, ...outside.filter(isHidden)]);
  const notes = new Set<NoteCode>(aside.map(({ code }) => code));
  if (free.length < outside.length) notes.add('covered-text');
  if (turned) notes.add('turned-text');
  if (isPagePicture) notes.add('page-picture');
  return {
    prepared,
    prose: lines.map((line) => proseOf(line, prepared)),
    tables: prepared.lattices.flatMap((lattice, at) => {
      const grid = grids[at];
      return grid ? [{ lattice, grid }] : [];
    }),
    pictures: boxes,
    marks: prepared.marks.filter((mark) => mark.quarter === 0 && !dropped.has(mark)),
    masked: new Set([...masked, ...prepared.unreadable, ...prepared.struck]),
    notes: [...notes],
  };
}

function proseOf(line: TextLine, { page, shown, unreadable, struck }: PreparedPage): ProseLine {
  const notes: NoteCode[] = [];
  if (line.raised.length > 0) notes.push('superscript');
  if (line.marks.some((mark) => unreadable.has(mark))) notes.push('overprinted');
  if (line.marks.some((mark) => struck.has(mark))) notes.push('struck-text');
  if (line.marks.some(({ text }) => text.includes('\uFFFD'))) notes.push('unmapped-character');
  return { line, page: page.page, pageWidth: page.width, shown, notes };
}
