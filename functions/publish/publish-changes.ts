import { makeEvents, revisionsOf } from '../../records/changes/make-events.ts';
import { Unpublishable } from '../../records/changes/unpublishable.ts';
import type { ToldFinding } from '../../records/contract/report-event.ts';
import { headKey, type ReportRef } from '../../records/keys.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import type { PublishDependencies, ToldChange, Waiting } from './publish-dependencies.ts';

const PUBLISH = {
  /** Pending changes that one run looks for; there may be more, which wait for the next one. */
  mostPending: 20_000,
  /** Reports whose changes are sent at the same time. */
  together: 20,
} as const;

/** What a run did, and what it leaves. */
export interface PublishRun {
  readonly changes: number;
  readonly events: number;
  /** Changes that it found and did not tell of. */
  readonly pending: number;
  /** Seconds since the oldest of these was made; 0 where there is none. */
  readonly oldestSeconds: number;
}

/** A report whose changes are being sent. */
interface Course {
  readonly report: ReportRef;
  readonly waiting: Waiting['changes'];
  standing: readonly ToldFinding[] | undefined;
  next: number;
}

/**
 * Tells of pending changes: of each report in their order, the next one not before the bus accepted the one before. A
 * change is marked after its events were accepted, so a publisher that dies in between sends them again, with the same
 * ids. Two publishers at once send twice and mark once.
 * @param isTimeLeft whether another round may be begun; what is left then is for the next run
 */
export async function publishChanges(deps: PublishDependencies, isTimeLeft: () => boolean): Promise<PublishRun> {
  const found = await deps.changes.findPending(PUBLISH.mostPending);
  const reports = new Map(found.map(({ report }) => [headKey(report).pk, report]));
  const left = new Map(found.map((entry, at) => [at, entry]));
  const done = new Set<string>();
  const queue = [...reports.values()];
  let courses: Course[] = [];
  let changes = 0;
  let events = 0;
  while (isTimeLeft() && (courses.length > 0 || queue.length > 0)) {
    const begun = await Promise.all(
      queue.splice(0, PUBLISH.together - courses.length).map((report) => begin(report, deps)),
    );
    courses = [...courses, ...begun.filter((course) => course !== undefined)];
    const sent = await Promise.all(courses.map((course) => sendNext(course, deps)));
    const told = sent.filter((one) => one !== undefined);
    await deps.changes.markTold(told, deps.clock());
    changes += told.length;
    events += told.reduce((sum, one) => sum + one.events.length, 0);
    for (const course of courses.filter(isThrough)) done.add(headKey(course.report).pk);
    courses = courses.filter((course, at) => sent[at] !== undefined && !isThrough(course));
  }
  for (const [at, { report }] of left) if (done.has(headKey(report).pk)) left.delete(at);
  const oldest = [...left.values()][0];
  const age = oldest ? (deps.clock().getTime() - Date.parse(oldest.at)) / 1000 : 0;
  return { changes, events, pending: left.size, oldestSeconds: Math.max(0, Math.round(age)) };
}

const isThrough = ({ waiting, next }: Course) => next === waiting.length;

/** @returns nothing where the changes of the report cannot be read */
async function begin(report: ReportRef, deps: PublishDependencies): Promise<Course | undefined> {
  try {
    const { changes, standing } = await deps.changes.readWaiting(report);
    return { report, waiting: changes, standing, next: 0 };
  } catch (fault) {
    tellFault(report, undefined, fault, deps);
    return undefined;
  }
}

/** @returns nothing where there is no next change, or it could not be sent: the report waits for the next run */
async function sendNext(course: Course, deps: PublishDependencies): Promise<ToldChange | undefined> {
  const change = course.waiting[course.next];
  if (!change) return undefined;
  try {
    const records = await readRecords(course.report, revisionsOf(change, course.standing), deps);
    const digest = (text: string) => deps.digest(new TextEncoder().encode(text));
    const told = makeEvents(change, course.standing, records, digest);
    if (told.events.length > 0) await deps.bus.send(told.events);
    course.standing = told.standing;
    course.next += 1;
    return { change, ...told };
  } catch (fault) {
    tellFault(course.report, change.sequence, fault, deps);
    return undefined;
  }
}

async function readRecords(report: ReportRef, revisions: readonly string[], { reports }: PublishDependencies) {
  const records = new Map<string, ReportRecord>();
  for (const revision of revisions) {
    const record = await reports.readRecord(report, revision);
    if (record) records.set(revision, record);
  }
  return records;
}

/** One report must not keep the others waiting: it is left, and shows in the log and the metrics of every run. */
function tellFault(report: ReportRef, sequence: number | undefined, fault: unknown, { log }: PublishDependencies) {
  const reason = fault instanceof Error ? fault.name : 'unknown';
  const code = fault instanceof Unpublishable ? 'change-unpublishable' : 'change-not-published';
  log.error(code, { bodyKey: report.bodyKey, year: report.year, sequence, reason });
}
