import { RULES } from '../../../checks/catalogue.ts';
import { diffFigures } from '../../../records/changes/diff-figures.ts';
import type { ReportFinding } from '../../../records/contract/api/reports.ts';
import { decisionKeyOf } from '../../../records/decision.ts';
import { makeEntry } from '../../../records/queue/make-entry.ts';
import { bodyOfHead } from '../../review/body-of-head.ts';
import { readWholeHead } from '../../review/read-whole-head.ts';
import { readYears } from '../../review/read-years.ts';
import type { Performing } from '../call.ts';
import { describeDocument } from '../describe-document.ts';
import { explainCodes, nameFigures, sumOf } from '../explain-report.ts';
import { readSeen, readSeenRevisions } from '../read-seen.ts';
import { refuse } from '../refusal.ts';

export const REPORTS: Performing<'getReport' | 'getDocument' | 'getDiff' | 'getYears'> = {
  async getReport({ params, query, sight }, stores) {
    const { reports, overlays, readRoster, digest } = stores;
    const head = await readSeen(params, sight, stores);
    if (!head) return refuse('not-found');
    const wanted = query.revision ?? head.newest.revision;
    const isNewest = wanted === head.newest.revision;
    const [whole, roster, record, revisions, across, decisions, corrected] = await Promise.all([
      readWholeHead(head, stores),
      readRoster(),
      reports.readRecord(head, wanted),
      readSeenRevisions(head, sight, stores),
      isNewest ? reports.readAcross(head) : undefined,
      reports.decisions(head),
      overlays.ofRevision(head, wanted),
    ]);
    const revision = revisions.find((one) => one.revision === wanted);
    if (!record || !revision) return refuse('not-found');
    const states = new Map(decisions.map((decision) => [decision.key, decision]));
    const listed = (findings: typeof record.findings, reach: ReportFinding['reach']): ReportFinding[] =>
      findings.map((finding) => {
        const key = decisionKeyOf(finding, record.figures, digest);
        const state = states.get(key);
        const shown = state && {
          decision: state.decision,
          by: state.by,
          at: state.at,
          note: state.note,
          version: state.version,
        };
        const sum = reach === 'report' ? sumOf(finding, record.forms) : undefined;
        return { ...finding, key, reach, state: shown ?? null, ...(sum ? { sum } : {}) };
      });
    const { findings, prose: _, again: __, ...rest } = record;
    return {
      row: makeEntry(whole, bodyOfHead(head, roster)).row,
      revision,
      revisions: [...revisions],
      record: rest,
      findings: [...listed(findings, 'report'), ...listed([...(across?.findings ?? [])], 'across')],
      overlays: [...corrected],
      rules: RULES.map(({ id }) => id),
      names: { ...nameFigures(record.forms) },
      says: explainCodes(record),
    };
  },
  async getDocument({ params, query, sight }, stores) {
    const head = await readSeen(params, sight, stores);
    const wanted = query.revision ?? head?.newest.revision;
    const revision = head && (await readSeenRevisions(head, sight, stores)).find((one) => one.revision === wanted);
    const record = head && revision && (await stores.reports.readRecord(head, revision.revision));
    const document = record && (await stores.links.readEvidence(record.source.sha256));
    return document ? describeDocument(document, record) : refuse('not-found');
  },
  async getDiff({ params, query, sight }, stores) {
    const head = await readSeen(params, sight, stores);
    if (!head) return refuse('not-found');
    const { reports } = stores;
    const [revisions, before, after] = await Promise.all([
      readSeenRevisions(head, sight, stores),
      reports.readRecord(head, query.from),
      reports.readRecord(head, query.to),
    ]);
    const from = revisions.find(({ revision }) => revision === query.from);
    const to = revisions.find(({ revision }) => revision === query.to);
    if (!from || !to || !before || !after) return refuse('not-found');
    return { from, to, diff: diffFigures(before.figures, after.figures) };
  },
  async getYears({ params, sight }, stores) {
    return (await readYears(params.body ?? '', sight, stores)) ?? refuse('not-found');
  },
};
