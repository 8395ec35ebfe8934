import { readFile } from 'node:fs/promises';
import { findMissing } from '../records/bodies/find-missing.ts';
import { readRosterCsv } from '../records/bodies/read-roster-csv.ts';
import { resolveBody } from '../records/bodies/resolve-body.ts';
import { Complaint } from './complaint.ts';
import { EXIT } from './exit.ts';
import type { StackChoice } from './find-stack.ts';
import type { Language } from './language.ts';
import { renderMissing } from './render/missing.ts';
import { renderBody, renderImport, renderRoster, renderTroubles } from './render/roster.ts';
import { openStores, type Stores } from './stores.ts';

export async function listRoster(stack: StackChoice, language: Language): Promise<void> {
  await withStores(stack, async ({ roster }) => {
    console.log(renderRoster(await roster.readRoster(), language).join('\n'));
  });
}

/** Says which body a name means, and how that was told. */
export async function showBody(name: string, stack: StackChoice, language: Language): Promise<void> {
  await withStores(stack, async (stores) => {
    const roster = await stores.roster.readRoster();
    console.log(renderBody(name, resolveBody(name, roster), roster, language).join('\n'));
  });
}

/** Replaces the roster by a CSV, or says everything that is wrong with it. */
export async function importRoster(file: string, stack: StackChoice, language: Language): Promise<void> {
  const reading = readRosterCsv(await readBytes(file));
  if (!reading.ok) {
    console.error(renderTroubles(file, reading.troubles, language).join('\n'));
    process.exitCode = EXIT.unreadable;
    return;
  }
  await withStores(stack, async ({ roster }) => {
    const isNew = await roster.importRoster(reading.entries, new Date());
    console.log(renderImport(reading, isNew, language).join('\n'));
  });
}

/** Says whose report for a year is not on file. */
export async function listMissing(year: number, stack: MissingChoice, language: Language): Promise<void> {
  await withStores(stack, async ({ roster, reader }) => {
    const known = await roster.readRoster();
    const filed = new Set((await reader.reportsOfYear(year)).map(({ bodyKey }) => bodyKey));
    const missing = findMissing(known, year, filed).filter(
      ({ body }) => stack.office === undefined || body.office === stack.office,
    );
    const today = new Date().toISOString().slice(0, 10);
    if (stack.format === 'json')
      for (const one of missing) console.log(JSON.stringify({ ...one.body, due: one.due ?? null }));
    else console.log(renderMissing(missing, { year, today, roster: known }, language).join('\n'));
  });
}

export interface MissingChoice extends StackChoice {
  readonly office?: string;
  readonly format: 'text' | 'json';
}

async function withStores(stack: StackChoice, use: (stores: Stores) => Promise<void>): Promise<void> {
  const stores = await openStores(stack);
  try {
    await use(stores);
  } finally {
    stores.close();
  }
}

/** @throws Complaint when there is no such file, or it cannot be read */
async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
    throw new Complaint({ zh: `无法读取文件 ${file}（${code}）。`, en: `Cannot read the file ${file} (${code}).` });
  }
}
