import { code, page, table } from './markdown.ts';
import type { Imports } from './measure-imports.ts';

/** `docs/stages.md`: who imports whom, as measured on the sources. */
export function describeStages(imports: Imports): string {
  const arrows = [...withoutDetours(imports)].flatMap(([from, others]) =>
    [...others].map((other) => `  ${nodeOf(from)} --> ${nodeOf(other)}`),
  );
  const nodes = [...imports.keys()].map((stage) => `  ${nodeOf(stage)}["${stage}/"]`);
  return page(
    '# Stages',
    'Measured on the sources by dependency-cruiser. An arrow says “imports”; where one stage reaches another through a third, the direct arrow is left out of the picture, not of the table. The rule itself stands in [.dependency-cruiser.cjs](../.dependency-cruiser.cjs).',
    ['```mermaid', 'flowchart RL', ...nodes, ...arrows, '```'].join('\n'),
    table(
      ['stage', 'imports'],
      [...imports].map(([stage, others]) => [code(`${stage}/`), [...others].map(code).join(' · ') || '–']),
    ),
  );
}

const nodeOf = (stage: string) => stage.replaceAll('/', '_');

/** Leaves out what is reached through another import (the transitive reduction of an acyclic graph). */
function withoutDetours(imports: Imports): Imports {
  const reaches = (from: string, to: string): boolean =>
    [...(imports.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  return new Map(
    [...imports].map(([stage, others]) => [
      stage,
      new Set(
        [...others].filter((other) => ![...others].some((between) => between !== other && reaches(between, other))),
      ),
    ]),
  );
}
