import type { Label } from '../../forms/form.ts';

/** Rows or columns in order: the labels that lead to each and how many grid lines it takes. */
export interface LabelledLine {
  readonly path: readonly Label[];
  readonly start: number;
  readonly span: number;
}

/** A label cell: along the lines it covers, and across the levels of the heading. */
export interface LabelNode extends Omit<LabelledLine, 'path'> {
  readonly label: Label;
  readonly level: number;
  readonly levels: number;
}

/**
 * The merged label cells over (or beside) the given lines. Neighbours that share a group label share its cell; a
 * line's own label takes the levels that are left: 自然人 is two rows high, （一）予以公开 two columns wide.
 */
export function labelTree(lines: readonly LabelledLine[], depth: number): LabelNode[] {
  const nodes: LabelNode[] = [];
  for (let level = 0; level < depth; level += 1) nodes.push(...nodesOfLevel(lines, level, depth));
  return nodes;
}

function nodesOfLevel(lines: readonly LabelledLine[], level: number, depth: number): LabelNode[] {
  const nodes: LabelNode[] = [];
  let previous: LabelledLine | undefined;
  for (const line of lines) {
    const label = line.path[level];
    const open = nodes.at(-1);
    if (open && previous && sharesGroup(previous, line, level)) {
      nodes[nodes.length - 1] = { ...open, span: line.start + line.span - open.start };
    } else if (label) {
      const levels = isOwnLabel(line, level) ? depth - level : 1;
      nodes.push({ label, start: line.start, span: line.span, level, levels });
    }
    previous = line;
  }
  return nodes;
}

const isOwnLabel = (line: LabelledLine, level: number): boolean => level === line.path.length - 1;

const sharesGroup = (left: LabelledLine, right: LabelledLine, level: number): boolean =>
  level < left.path.length - 1 &&
  level < right.path.length - 1 &&
  left.path.slice(0, level + 1).every((label, at) => label === right.path[at]);
