import { EVENT_SCHEMA, type ReportEvent, type ToldFinding } from '../contract/report-event.ts';
import type { ReportRecord } from '../report-record.ts';
import type { Change } from './change.ts';
import { diffFigures } from './diff-figures.ts';
import { tellsTheSame, toldFindings } from './told-findings.ts';
import { Unpublishable } from './unpublishable.ts';

/** What follows from a change: its events in order, and the findings that stand told after it. */
export interface Told {
  readonly events: readonly ReportEvent[];
  readonly standing: readonly ToldFinding[];
}

/**
 * Half of what EventBridge took for years, and in some regions still takes, of one event (256 KB): the event around
 * it counts as well. In bytes of UTF-8.
 */
const MOST_BYTES = 128 * 1024;

/** The findings that stand told after the change before; nothing before the first. */
type Standing = readonly ToldFinding[] | undefined;
type Records = ReadonlyMap<string, ReportRecord>;
type Content<One = ReportEvent> = One extends ReportEvent
  ? Omit<One, 'schema' | 'id' | 'report' | 'sequence' | 'index' | 'at'>
  : never;

/** Of a report that nobody was told of before, everything is news. */
const knownBefore = ({ before }: Change, standing: Standing) => (standing ? before : null);

/** The revisions whose records the events of a change are made of. */
export function revisionsOf(change: Change, standing: Standing): string[] {
  const { after, across } = change;
  const before = knownBefore(change, standing);
  const accepted = before?.accepted === after.accepted ? [] : [before?.accepted, after.accepted];
  const newest = before?.newest === after.newest ? undefined : after.newest;
  const all = [newest, ...accepted, across?.revision];
  return [...new Set(all.filter((revision) => typeof revision === 'string'))];
}

/**
 * The events of a change. Made of the same change, standing and records they are the same, with the same ids.
 * @param digest hex sha256 of a text
 * @throws Unpublishable where a record is not there or was written in an older shape
 */
export function makeEvents(
  change: Change,
  standing: Standing,
  records: Records,
  digest: (text: string) => string,
): Told {
  const before = knownBefore(change, standing);
  const told = standing ?? [];
  const next = standingAfter({ ...change, before }, told, records, digest);
  const { newest } = change.after;
  const gone = told.filter((one) => !next.some((other) => tellsTheSame(one, other)));
  const raised = next.filter((one) => !told.some((other) => tellsTheSame(one, other)));
  const contents: Content[] = [
    ...acceptance({ ...change, before }, records),
    ...gone.map((finding) => ({ type: 'FindingResolved' as const, revision: newest, finding })),
    ...raised.map((finding) => ({ type: 'FindingRaised' as const, revision: newest, finding })),
  ];
  return { events: contents.map((content, index) => withEnvelope(change, content, index)), standing: next };
}

/** A new revision brings its own findings, a comparison those across; the others stand as they stood. */
function standingAfter(
  { before, after, across }: Change,
  standing: readonly ToldFinding[],
  records: Records,
  digest: (text: string) => string,
): ToldFinding[] {
  const kept = (reach: ToldFinding['reach']) => standing.filter((finding) => finding.reach === reach);
  const ownOf = ({ findings, figures }: ReportRecord) => toldFindings(findings, figures, 'report', digest);
  const own = before?.newest === after.newest ? kept('report') : ownOf(required(records, after.newest));
  const others = across
    ? toldFindings(across.findings, required(records, across.revision).figures, 'across', digest)
    : kept('across');
  return [...own, ...others];
}

/** What became of the revision that others may rely on; at most one event. */
function acceptance({ before, after }: Change, records: Records): Content[] {
  const from = before?.accepted ?? null;
  const to = after.accepted;
  if (from === to) return [];
  const { status: outcome, counts } = after;
  if (to === null) return from === null ? [] : [{ type: 'ReportWithdrawn', revision: from, outcome, counts }];
  const record = required(records, to);
  const accepted = { revision: to, sha256: record.source.sha256 };
  if (from === null) return [{ type: 'ReportAccepted', ...accepted, outcome, counts }];
  const earlier = records.get(from);
  const diff = earlier ? diffFigures(earlier.figures, record.figures) : null;
  const differences = diff?.length ?? null;
  return [{ type: 'ReportSuperseded', from, to: accepted, outcome, counts, diff: diff && cut(diff), differences }];
}

function required(records: Records, revision: string): ReportRecord {
  const record = records.get(revision);
  if (!record) throw new Unpublishable(`the record of revision ${revision} cannot be read`);
  return record;
}

/** The first of these that fit into one event. */
function cut<Item>(items: readonly Item[]): Item[] {
  let bytes = 0;
  const end = items.findIndex((item) => {
    bytes += new TextEncoder().encode(JSON.stringify(item)).length + 1;
    return bytes > MOST_BYTES;
  });
  return items.slice(0, end < 0 ? items.length : end);
}

function withEnvelope(change: Change, content: Content, index: number): ReportEvent {
  const { report, body, sequence, at } = change;
  const id = `${report.bodyKey}/${report.year ?? '?'}/${sequence}/${index}`;
  return { schema: EVENT_SCHEMA, id, report: { ...report, body }, sequence, index, at, ...content };
}
