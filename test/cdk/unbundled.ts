import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SynthesisOptions, synthesize } from '../../cdk/synthesize.ts';
import { type Resource, type Template, templateSchema } from '../../local/template/template.ts';

const EMPTY_HANDLER = fileURLToPath(new URL('empty-handler.ts', import.meta.url));

/** The template alone, without the time it takes to bundle a handler. */
export function synthesizeTemplate(options: SynthesisOptions): { text: string; template: Template } {
  const outdir = mkdtempSync(join(tmpdir(), 'gouji-cdk-'));
  try {
    const { template } = synthesize(outdir, { ingestEntry: EMPTY_HANDLER, bundled: false, ...options });
    const text = readFileSync(template, 'utf8');
    return { text, template: templateSchema.parse(JSON.parse(text)) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The resources of a type, by logical id. */
export function resourcesOf(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
}

/** The only resource of a type whose logical id begins so. */
export function resourceOf(template: Template, type: string, start = ''): [string, Resource] {
  const [found, ...others] = resourcesOf(template, type).filter(([id]) => id.startsWith(start));
  if (!found || others.length > 0) throw new Error(`There is not exactly one ${type} called ${start}…`);
  return found;
}
