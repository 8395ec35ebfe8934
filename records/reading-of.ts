import type { Reading } from '../checks/reading.ts';
import type { ReportRecord } from './report-record.ts';

/** What the rules look at, from what is kept of a report: the same that they looked at when it was read. */
export function readingOf(record: ReportRecord): Reading {
  const { body, year, identity, figures, tables, sections, leftovers, prose, again, publishedOn } = record;
  const found = again && new Map(Object.entries(again));
  return {
    body,
    year,
    identity,
    figures,
    tables,
    sections,
    leftovers,
    prose,
    again: found,
    publishedOn: publishedOn ?? undefined,
  };
}
