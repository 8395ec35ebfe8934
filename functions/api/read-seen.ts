import type { Head, Revision } from '../../records/head.ts';
import { officeOf } from '../../records/keys.ts';
import type { Sight } from '../../records/queue/narrow-queue.ts';
import type { ApiStores } from './api-stores.ts';
import { reportInPath } from './year-in-path.ts';

/** The head of the report that a path names, where the caller may see it. What they may not see is not there for them. */
export async function readSeen(
  params: Readonly<Record<string, string>>,
  sight: Sight,
  { reports }: Pick<ApiStores, 'reports'>,
): Promise<Head | undefined> {
  const report = reportInPath(params);
  const head = report && (await reports.readHead(report));
  return head && (sight === 'all' || head.office === sight.office) ? head : undefined;
}

/** The revisions of a report that the caller may see: of those that another office handed in, an office learns nothing. */
export async function readSeenRevisions(
  head: Head,
  sight: Sight,
  { reports }: Pick<ApiStores, 'reports'>,
): Promise<readonly Revision[]> {
  const revisions = await reports.revisions(head);
  return sight === 'all' ? revisions : revisions.filter(({ upload }) => officeOf(upload.key) === sight.office);
}
