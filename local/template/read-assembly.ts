import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type Template, templateSchema } from './template.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.object({ templateFile: z.string() }).partial().optional() }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** A synthesised stack: its template, and the folder behind each asset it names. */
export interface Assembly {
  readonly outdir: string;
  readonly stackName: string;
  readonly template: Template;
  /** Folders by the S3 key under which the CDK would upload them. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Read what `cdk synth` wrote.
 * @param folder the cloud assembly's folder, holding exactly one stack
 * @throws Error when the folder is no cloud assembly of one stack
 */
export async function readAssembly(folder: string): Promise<Assembly> {
  const outdir = resolve(folder);
  const manifest = manifestSchema.parse(await readJson(join(outdir, 'manifest.json')));
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stackName, stack] = stacks[0] ?? [];
  const templateFile = stack?.properties?.templateFile;
  if (stacks.length !== 1 || !stackName || !templateFile) throw new Error(`${outdir} does not hold exactly one stack`);
  return {
    outdir,
    stackName,
    template: templateSchema.parse(await readJson(join(outdir, templateFile))),
    assets: await readAssets(outdir, templateFile.replace(/\.template\.json$/, '.assets.json')),
  };
}

async function readAssets(outdir: string, file: string): Promise<Map<string, string>> {
  const { files } = assetsSchema.parse(await readJson(join(outdir, file)));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }): [string, string] => [objectKey, join(outdir, source.path)]),
    ),
  );
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
