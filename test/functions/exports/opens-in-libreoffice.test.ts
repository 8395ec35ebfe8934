import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ExportFormat, exportReports } from '../../../functions/exports/export-reports.ts';
import { FORMS_2021, readingOf } from '../../checks/readings.ts';
import { recordWith } from '../../records/parts.ts';
import { storedReport } from './stored-report.ts';

const CALC = '/usr/lib/libreoffice/program/libsclo.so';
const isInstalled = spawnSync('soffice', ['--version']).status === 0 && existsSync(CALC);
if (!isInstalled) console.log('skipped: LibreOffice Calc is not installed');

/** The export as LibreOffice Calc understands it, as flat XML. Comma, quote, UTF-8, and cells that look like formulas are evaluated. */
async function openedInCalc(format: ExportFormat): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-calc-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const reading = readingOf(FORMS_2021, { 't2.fees.amount': 12345.6 });
  const report = storedReport(recordWith({ reading, fileName: '=1+1,"终",𠮷.docx' }));
  const reports = async function* () {
    yield report;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of exportReports(reports(), { name: 'figures', format, language: 'zh' })) pieces.push(piece);
  const file = join(folder, `figures.${format}`);
  await writeFile(file, Buffer.concat(pieces));
  const filter = format === 'csv' ? ['--infilter=CSV:44,34,UTF8,1,,0,false,true,false,false,false,0,true'] : [];
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', join(folder, 'out'), file];
  await promisify(execFile)('soffice', options, { timeout: 60_000 });
  return readFile(join(folder, 'out', 'figures.fods'), 'utf8');
}

describe.skipIf(!isInstalled)('LibreOffice Calc opens (skipped where it is not installed)', () => {
  test.each(['csv', 'xlsx'] as const)(
    '%s, with the right characters and types, and runs nothing',
    async (format) => {
      const sheet = await openedInCalc(format);
      expect(sheet).toContain('office:value-type="float" office:value="2021"');
      expect(sheet).toContain('office:value-type="float" office:value="12345.6"');
      expect(sheet).toContain('鹿城区教育局');
      expect(sheet).toMatch(/=1\+1,(?:"|&quot;)终(?:"|&quot;),𠮷\.docx/u);
      // Truth values are written as formulas in this format.
      expect(sheet).not.toMatch(/table:formula="(?!of:=(?:TRUE|FALSE)\(\)")/u);
    },
    90_000,
  );
});
