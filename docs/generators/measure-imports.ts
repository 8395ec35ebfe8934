import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The stages of the import rule and the folders around them, as they are drawn. */
const STAGES = [
  'forms',
  'parsers/bytes',
  'parsers/document',
  'parsers/docx',
  'parsers/pdf',
  'parsers/tables',
  'parsers/figures',
  'checks',
  'records',
  'functions',
  'local',
  'cli',
  'cdk',
  'samples',
  'web',
];

/** Which stages each stage imports, itself left out; stages in their order. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the imports between the stages from the sources, types included. */
export async function measureImports(): Promise<Imports> {
  const { options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
  const folders = STAGES.map((stage) => stage.split('/')[0] ?? stage).filter(unique);
  const { output } = await cruise(['.'], { ...options, baseDir: ROOT, includeOnly: `^(?:${folders.join('|')})/` });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text in place of its result');
  const imports = new Map(STAGES.map((stage) => [stage, new Set<string>()]));
  const seen = new Set<string>();
  for (const { source, dependencies } of output.modules) {
    const from = stageOf(source);
    if (from === undefined) continue;
    seen.add(from);
    for (const { resolved } of dependencies) {
      const to = stageOf(resolved);
      if (to !== undefined && to !== from) imports.get(from)?.add(to);
    }
  }
  return new Map(
    STAGES.filter((stage) => seen.has(stage)).map((stage) => [
      stage,
      new Set(STAGES.filter((other) => imports.get(stage)?.has(other))),
    ]),
  );
}

const stageOf = (path: string) => STAGES.find((stage) => path.startsWith(`${stage}/`));

const unique = (item: string, index: number, all: readonly string[]) => all.indexOf(item) === index;
