import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = join(import.meta.dirname, '../samples');
/** The blank form as a ministry published it, 255 kB of markup; not part of this repository. */
const TEMPLATE = join(import.meta.dirname, '../../shared/corpus/originals/template_2021_blank.docx');

export interface BenchDocument {
  readonly name: string;
  readonly path: string;
}

/** The samples, and the published blank form where it is at hand. */
export function benchDocuments(): BenchDocument[] {
  const samples = readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(SAMPLES, name))
        .filter((file) => file.endsWith('.docx'))
        .map((file) => ({ name, path: join(SAMPLES, name, file) })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return existsSync(TEMPLATE) ? [...samples, { name: 'template_2021_blank', path: TEMPLATE }] : samples;
}
