import type { Document } from './document.ts';

/** Whether a picture or an embedded object stands anywhere, cells included: it may be a table that nobody can read. */
export function holdsPictures(document: Document): boolean {
  const noted = document.blocks.flatMap((block) =>
    block.kind === 'grid' ? [...block.notes, ...block.cells.flatMap((cell) => cell.notes)] : block.notes,
  );
  return [...document.notes, ...noted].some(({ code }) => code === 'picture' || code === 'embedded-object');
}
