import type { Reading, SecondReading } from '../checks/reading.ts';
import type { ReportRecord } from './report-record.ts';

/** What the rules look at, from what is kept of a report: the same that they looked at when it was read. */
export function readingOf(record: ReportRecord): Reading {
  const { body, year, identity, figures, tables, sections, leftovers, prose, again, publishedOn } = record;
  return {
    body,
    year,
    identity,
    figures,
    tables,
    sections,
    leftovers,
    prose,
    again: secondReadingOf(again),
    publishedOn: publishedOn ?? undefined,
  };
}

/** A second reading as it is kept, as the rules look at it. */
export const secondReadingOf = (again: ReportRecord['again']): SecondReading | undefined =>
  again && new Map(Object.entries(again));
