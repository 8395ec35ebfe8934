import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether LibreOffice, which `.ci/run` installs, is there. Tests that need it say so where it is absent. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** One start of the program takes seconds, and a crash loses its batch: neither one file nor hundreds at a time. */
const BATCH = 40;
const LIMIT_MS = 240_000;

export interface Conversion {
  /** Ending of the files given, without the dot. */
  readonly from: 'docx' | 'html';
  readonly to: 'docx' | 'pdf';
}

const FILTERS: Readonly<Record<Conversion['from'] | Conversion['to'], readonly string[]>> = {
  html: ['--infilter=HTML (StarWriter)'],
  docx: ['--convert-to', 'docx:Office Open XML Text'],
  pdf: ['--convert-to', 'pdf:writer_pdf_Export'],
};

/**
 * Converts files as LibreOffice Writer does, with a profile of its own.
 * @returns the converted files in the order given
 * @throws where LibreOffice fails or leaves a file out
 */
export async function convert(files: readonly Uint8Array[], { from, to }: Conversion): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-office-'));
  try {
    mkdirSync(join(folder, 'out'));
    const names = files.map((bytes, at) => {
      const name = join(folder, `${at}.${from}`);
      writeFileSync(name, bytes);
      return name;
    });
    for (let at = 0; at < names.length; at += BATCH) await start(folder, names.slice(at, at + BATCH), { from, to });
    return names.map((_, at) => new Uint8Array(readFileSync(join(folder, 'out', `${at}.${to}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string, files: readonly string[], { from, to }: Conversion): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const filters = [...(from === 'html' ? FILTERS.html : []), ...FILTERS[to]];
  await promisify(execFile)('soffice', [profile, '--headless', ...filters, '--outdir', join(folder, 'out'), ...files], {
    timeout: LIMIT_MS,
  });
}
