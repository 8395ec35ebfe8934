import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** LibreOffice is what `.ci/run` installs; tests that need it say so where it is absent. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Converts web pages to .docx as LibreOffice Writer does; by file name without its ending. */
export async function pagesToDocx(pages: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-pages-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filters = ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:Office Open XML Text'];
    await promisify(execFile)('soffice', [profile, '--headless', ...filters, '--outdir', folder, ...pages], {
      timeout: 120_000,
    });
    return new Map(
      pages.map((page) => {
        const name = basename(page, '.html');
        return [name, new Uint8Array(readFileSync(join(folder, `${name}.docx`)))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
