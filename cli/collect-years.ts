import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { SecondReading } from '../checks/reading.ts';
import { accusesOnOneReading } from '../checks/second-reading.ts';
import { type Across, compareWithNeighbours } from '../records/across.ts';
import { resolveBody } from '../records/bodies/resolve-body.ts';
import { EMPTY_ROSTER } from '../records/bodies/roster.ts';
import { revisionIdOf } from '../records/keys.ts';
import type { ReportRecord } from '../records/report-record.ts';

/** What comparing one of the files with another found. */
export interface AcrossFile {
  /** Index of the file. */
  readonly at: number;
  readonly body: string;
  readonly year: number;
  readonly across: Across;
}

/** A value kept as compressed JSON: ten thousand reports take 30 MB so, instead of a gigabyte. */
export interface Kept<Value> {
  readonly unpack: () => Value;
}

export function keep<Value>(value: Value): Kept<Value> {
  const packed = gzipSync(strToU8(JSON.stringify(value)), { level: 1 });
  return { unpack: () => JSON.parse(strFromU8(gunzipSync(packed))) };
}

/**
 * Collects the reports of the files given and evaluates the rules that look beyond one report: against the same body's
 * report of the year before, where that is among them. Of two files of one report the later one counts. Bodies are told
 * by name and the table of divisions.
 */
export function collectYears() {
  const reports = new Map<string, { readonly at: number; readonly record: Kept<ReportRecord> }>();
  const nameOf = (bodyKey: string, year: number) => `${year} ${bodyKey}`;
  const keyOf = (body: string) => resolveBody(body, EMPTY_ROSTER).bodyKey;
  return {
    add(at: number, record: ReportRecord) {
      const { body, year } = record;
      if (body !== null && year !== null) reports.set(nameOf(keyOf(body), year), { at, record: keep(record) });
    },
    /**
     * In the order of the files.
     * @param readAgain the second reading of a file, by its index: before a year is said not to follow from the other
     */
    async compare(readAgain: (at: number) => Promise<SecondReading | undefined>): Promise<AcrossFile[]> {
      const found: AcrossFile[] = [];
      const twice = async (at: number, record: ReportRecord): Promise<ReportRecord> => {
        const again = record.again ? undefined : await readAgain(at);
        return again ? { ...record, again: Object.fromEntries(again) } : record;
      };
      for (const { at, record: kept } of reports.values()) {
        const record = kept.unpack();
        const { body, year } = record;
        if (body === null || year === null) continue;
        const bodyKey = keyOf(body);
        const last = reports.get(nameOf(bodyKey, year - 1));
        const before = last?.record.unpack();
        const compared = before ? [{ bodyKey, year: year - 1, revision: revisionIdOf(before.source.sha256) }] : [];
        const about = { revision: revisionIdOf(record.source.sha256), compared };
        const level = resolveBody(body, EMPTY_ROSTER).level;
        let across = compareWithNeighbours(record, { level, before }, about);
        if (last && before && across.findings.some(accusesOnOneReading)) {
          const neighbours = { level, before: await twice(last.at, before) };
          across = compareWithNeighbours(await twice(at, record), neighbours, about);
        }
        found.push({ at, body, year, across });
      }
      return found.sort((one, other) => one.at - other.at);
    },
  };
}
