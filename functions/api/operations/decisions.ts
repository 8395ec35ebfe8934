import type { ReportRef } from '../../../records/keys.ts';
import { assignReports } from '../../review/assign-reports.ts';
import { correctReading } from '../../review/correct-reading.ts';
import { decideOn } from '../../review/decide-on.ts';
import { decideOnMany } from '../../review/decide-on-many.ts';
import { decisionsOfDay, decisionsOfReport } from '../../review/list-decisions.ts';
import type { ApiStores } from '../api-stores.ts';
import type { Performing } from '../call.ts';
import { refuse } from '../refusal.ts';

export const DECISIONS: Performing<'decide' | 'decideMany' | 'assign' | 'listDecisions' | 'overlay'> = {
  async decide({ body, user, requestKey }, stores) {
    const result = await decideOn(body, { name: user.name, request: requestKey }, stores);
    switch (result.outcome) {
      case 'decided':
        await showAtOnce([body.report], stores);
        return result.state;
      case 'conflict':
        return refuse('conflict', { standing: result.standing });
      case 'not-found':
        return refuse('not-found');
      case 'note-owed':
        return refuse('bad-request', {
          message: { zh: '此结论须写明说明。', en: 'This decision needs a note that says why.' },
        });
    }
  },
  async decideMany({ body, user, requestKey }, stores) {
    const results = await decideOnMany(body.decisions, { name: user.name, request: requestKey }, stores);
    await showAtOnce(
      body.decisions.map(({ report }) => report),
      stores,
    );
    return { results: [...results] };
  },
  async assign({ body }, stores) {
    const assigned = await assignReports(body.reports, body.assignee, stores);
    await showAtOnce(body.reports, stores);
    return { assigned };
  },
  async listDecisions({ query }, { reader, clock }) {
    const { day, bodyKey, year } = query;
    const items =
      bodyKey === undefined
        ? await decisionsOfDay(day === undefined ? clock() : new Date(`${day}T00:00:00Z`), reader)
        : await decisionsOfReport({ bodyKey, year: year ?? null }, reader);
    return { items, next: null };
  },
  async overlay({ body, user }, stores) {
    return (await correctReading(body, user.name, stores)) ?? refuse('not-found');
  },
};

/** The caller's next list is to show what they just did, though lists may be some seconds old. */
async function showAtOnce(reports: readonly ReportRef[], { queue, ...stores }: ApiStores): Promise<void> {
  const once = new Map(reports.map((report) => [`${report.bodyKey} ${report.year}`, report]));
  for (const report of once.values()) {
    const head = await stores.reports.readHead(report);
    if (head) queue.note(head);
  }
}
