import type { TableId } from '../../../forms/form.ts';
import { SECTIONS } from '../../../forms/sections.ts';
import type { Document } from '../../document/document.ts';
import { findSections, type Heading } from '../find-sections.ts';
import type { Flow, FlowWord } from './flow.ts';

type Lines = readonly (readonly FlowWord[])[];

/** Each line as a paragraph: what finds headings among paragraphs finds them among lines. */
export const documentOfLines = ({ lines }: Flow): Document => ({
  format: 'pdf',
  blocks: lines.map((line) => ({ kind: 'paragraph', text: line.map(({ text }) => text).join(''), notes: [] })),
  notes: [],
});

/** The headings of sections among the lines; `block` is the index of the line. */
export const headingsOfLines = (flow: Flow): readonly Heading[] => findSections(documentOfLines(flow), SECTIONS).found;

/**
 * Where a table may stand: the lines under each heading of its section up to the next of another; where it has none,
 * all lines.
 */
export function lineZones(flow: Flow, headings: readonly Heading[], table: TableId): readonly Lines[] {
  const own = SECTIONS.find((section) => section.table === table)?.id;
  const zones = headings.flatMap(({ section, block }, at) => {
    if (section !== own) return [];
    const next = headings.slice(at + 1).find((heading) => heading.section !== own);
    return [flow.lines.slice(block + 1, next?.block)];
  });
  return zones.length > 0 ? zones : [flow.lines];
}
