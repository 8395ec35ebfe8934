import { ALL_RULES, RULES_VERSION } from '../../../checks/catalogue.ts';
import type { Body } from '../../../records/bodies/body.ts';
import { divisionOf, lineOf } from '../../../records/bodies/divisions.ts';
import { findMissing } from '../../../records/bodies/find-missing.ts';
import { OPERATIONS } from '../../../records/contract/api/operations.ts';
import { TooManyRows } from '../../exports/write-xlsx.ts';
import { exportOfYear } from '../../review/export-of-year.ts';
import { readStatistics } from '../../review/read-statistics.ts';
import type { Performing } from '../call.ts';
import { refuse } from '../refusal.ts';

const FILES = OPERATIONS.export.answer.files;

type Ids = 'listRules' | 'listDivisions' | 'listChanges' | 'getRoster' | 'listMissing' | 'getStatistics' | 'export';

export const OVERVIEW: Performing<Ids> = {
  async listRules() {
    const items = ALL_RULES.map(({ id, severity, state, version, reach, title, relation, basis }) => ({
      id,
      severity,
      state,
      version,
      reach,
      title: { ...title },
      relation: { ...relation },
      basis,
    }));
    return { version: RULES_VERSION, items };
  },
  async listDivisions({ query, sight }, { queue }) {
    // All years are read only for who wants all: each is as much as a list of it.
    const years = query.year === undefined ? await queue.years() : [query.year];
    const all = await Promise.all(years.map((year) => queue.ofYear(year)));
    const rows = all.flatMap(({ entries }) => entries.map(({ row }) => row));
    const seen = rows.filter(({ office }) => sight === 'all' || office === sight.office);
    const codes = new Set(seen.flatMap(({ division }) => (division === null ? [] : [division])));
    const lines = [...codes].flatMap((code) => lineOf(divisionOf(code)));
    const divisions = lines.map(({ code, name, within }) => [code, { name, parent: within?.code ?? null }] as const);
    return { divisions: Object.fromEntries(divisions) };
  },
  async listChanges({ query: { since, limit } }, { changesSince }) {
    const entries = await changesSince(since, limit);
    const items = takeFitting(entries.map(({ position, events }) => ({ position, events: [...events] })));
    return { items, position: items.at(-1)?.position ?? since };
  },
  async getRoster(_, { readRoster }) {
    return { items: (await readRoster()).bodies.map(rosterRow) };
  },
  async listMissing({ query: { year } }, { readRoster, queue }) {
    const roster = await readRoster();
    const { entries } = await queue.ofYear(year);
    const filed = new Set(entries.filter(({ row }) => row.year === year).map(({ row }) => row.bodyKey));
    const missing = findMissing(roster, year, filed).map(({ body, due }) => ({ ...rosterRow(body), due: due ?? null }));
    return { year, expected: roster.bodies.length, missing };
  },
  getStatistics: ({ query: { year } }, stores) => readStatistics(year, stores),
  async export({ params, query }, stores) {
    const fileName = params.file ?? '';
    try {
      const found = await exportOfYear(fileName, query, stores);
      if (!found) return refuse('not-found');
      const pieces: Uint8Array[] = [];
      for await (const piece of found.pieces) pieces.push(piece);
      return { fileName, contentType: FILES[found.format], bytes: Buffer.concat(pieces) };
    } catch (error) {
      if (error instanceof TooManyRows) return refuse('too-large');
      throw error;
    }
  },
};

/** A change may be told of at length; a thousand of them would fit into no answer. */
const MOST_OF_CHANGES_BYTES = 3_000_000;

/** As many from the first on as an answer can hold, and one at least: whoever asks goes on from the last. */
function takeFitting<Item>(items: readonly Item[]): Item[] {
  let bytes = 0;
  const end = items.findIndex((item) => {
    bytes += Buffer.byteLength(JSON.stringify(item));
    return bytes > MOST_OF_CHANGES_BYTES;
  });
  return items.slice(0, end < 0 ? items.length : Math.max(end, 1));
}

function rosterRow({ bodyKey, name, division, level, parent, office }: Body) {
  return {
    bodyKey,
    name,
    division: division ?? null,
    level: level ?? null,
    parent: parent ?? null,
    office: office ?? null,
  };
}
