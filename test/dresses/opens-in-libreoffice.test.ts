import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dressReport } from './dress-report.ts';
import { DRESSES } from './dresses.ts';
import { transcriptions } from './samples-on-disk.ts';

const isInstalled = spawnSync('soffice', ['--version']).status === 0;
const SLOW = 120_000;
const TRIED = [
  'plain Word',
  'plain WPS',
  'plain LibreOffice',
  'legacy horizontal merges',
  'edited by many',
  'nearly everything',
];

describe.skipIf(!isInstalled)('LibreOffice opens the dresses (skipped where soffice is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-dresses-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(
    'and finds the section headings and the last row',
    () => {
      const [report] = transcriptions();
      const worn = DRESSES.filter(({ name }) => TRIED.includes(name));
      const files = worn.flatMap((dress, at) => {
        if (!report) return [];
        const { figures, forms, body, year } = report;
        writeFileSync(join(folder, `${at}.docx`), dressReport({ figures, forms, body, year, dress, seed: 5 }).bytes);
        return [join(folder, `${at}.docx`)];
      });
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...files],
        {
          stdio: 'ignore',
        },
      );
      expect(files).toHaveLength(TRIED.length);
      for (const [at] of files.entries()) {
        const text = readFileSync(join(folder, `${at}.txt`), 'utf8');
        expect(text).toContain('总体情况');
        expect(text).toContain('结转下年');
      }
    },
    SLOW,
  );
});
