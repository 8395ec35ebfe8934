import { withAssignee } from '../../records/head.ts';
import type { ReportRef } from '../../records/keys.ts';
import { TryAgain } from '../try-again.ts';
import type { DecisionStores } from './decide-on.ts';

const ASSIGNMENT_TRIES = 30;

/**
 * Says who reviews reports; the last word counts.
 * @param assignee a reviewer's name, or nobody
 * @returns how many of the reports are on file, and so have this assignee now
 * @throws TryAgain when a head keeps moving
 */
export async function assignReports(
  asked: readonly ReportRef[],
  assignee: string | null,
  stores: Pick<DecisionStores, 'reports' | 'wait'>,
): Promise<number> {
  let assigned = 0;
  for (const report of asked) if (await assignReport(report, assignee, stores)) assigned += 1;
  return assigned;
}

async function assignReport(
  report: ReportRef,
  assignee: string | null,
  { reports, wait }: Pick<DecisionStores, 'reports' | 'wait'>,
): Promise<boolean> {
  for (let attempt = 0; attempt < ASSIGNMENT_TRIES; attempt++) {
    const head = await reports.readHead(report);
    if (!head) return false;
    if (head.assignee === assignee) return true;
    if (await reports.assign(report, head, withAssignee(head, assignee))) return true;
    await wait(10 + 10 * attempt);
  }
  throw new TryAgain('the head of the report kept moving');
}
