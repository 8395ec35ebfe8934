import { accusesOnOneReading } from '../../checks/second-reading.ts';
import { type Across, compareWithNeighbours } from '../../records/across.ts';
import { linesOf } from '../../records/finding-line.ts';
import { countFindings, type Head, withAcross } from '../../records/head.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { IngestDependencies } from '../dependencies.ts';
import { TryAgain } from '../try-again.ts';
import { readNeighbours } from './read-neighbours.ts';
import { type SecondReader, withSecondReading } from './with-second-reading.ts';

/** Comparisons that other writers of the same head may overtake before the delivery is given back. */
const COMPARISON_TRIES = 12;

type Stores = Pick<IngestDependencies, 'reports' | 'bodies' | 'clock' | 'wait' | 'digest'> & SecondReader;

/**
 * Compares a report that was just published with its neighbours, and the neighbours that rest on it: next year's report
 * of the same body and the report of the body above. Every worker publishes before it compares and reads what was
 * written last, so of two reports that arrive at once at least one sees the other; a head that moved makes the worker
 * look again, so an older look never overwrites a newer one. Repeating it changes nothing.
 * @throws TryAgain when the heads keep moving
 */
export async function compareNeighbours(report: ReportRef, stores: Stores): Promise<void> {
  const { bodyKey, year } = report;
  if (year === null) return;
  await compareReport({ bodyKey, year }, stores);
  await compareReport({ bodyKey, year: year + 1 }, stores);
  const above = await stores.bodies.above(bodyKey);
  if (above !== undefined) await compareReport({ bodyKey: above, year }, stores);
}

/** Compares one report with its neighbours; nothing where none is on file. */
export async function compareReport(report: ReportRef & { year: number }, stores: Stores): Promise<void> {
  const { reports, clock, wait } = stores;
  for (let attempt = 0; attempt < COMPARISON_TRIES; attempt++) {
    const head = await reports.readHead(report);
    const record = head && (await reports.readRecord(report, head.newest.revision));
    if (!record) return;
    const found = await lookAround(report, record, head, stores);
    if (JSON.stringify(found) === JSON.stringify(await reports.readAcross(report))) return;
    const digest = (text: string) => stores.digest(new TextEncoder().encode(text));
    const lines = linesOf(found.findings, record.figures, 'across', digest);
    const after = withAcross(head, countFindings(found.findings), lines);
    if (await reports.putAcross(report, found, head, after, clock())) return;
    await wait(20 * attempt);
  }
  throw new TryAgain('the heads of the neighbours kept moving');
}

async function lookAround(
  report: ReportRef & { year: number },
  record: ReportRecord,
  { newest: { revision } }: Head,
  stores: Stores,
): Promise<Across> {
  const { neighbours, compared } = await readNeighbours(report, record.body, stores);
  const found = compareWithNeighbours(record, neighbours, { revision, compared });
  if (!found.findings.some(accusesOnOneReading)) return found;
  // Nobody is told that a year does not follow from the other before the cells of both were read twice.
  const { before } = neighbours;
  const last = compared.find(({ year }) => year === report.year - 1);
  const twice = {
    record: await withSecondReading(report, revision, record, stores),
    before: before && last && (await withSecondReading(last, last.revision, before, stores)),
  };
  return compareWithNeighbours(twice.record, { ...neighbours, before: twice.before }, { revision, compared });
}
