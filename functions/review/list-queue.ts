import type * as z from 'zod';
import type { Filter, FindingsAnswer, pageSchema, ReportsAnswer } from '../../records/contract/api/findings.ts';
import { cutPage } from '../../records/queue/cut-page.ts';
import { narrowFindings, narrowReports, type Sight } from '../../records/queue/narrow-queue.ts';
import type { YearQueue } from './open-year-queue.ts';

type Query = Filter & z.infer<typeof pageSchema>;

/** A page of the findings that pass the filters, with facets. */
export async function listFindings(query: Query, sight: Sight, queue: YearQueue): Promise<FindingsAnswer> {
  const { year, years, entries } = await queue.ofYear(query.year);
  const { items, facets } = narrowFindings(entries, query, sight);
  const page = cutPage(items, query);
  const rows = page.items.map(({ row }) => row);
  return { year, years: [...years], total: items.length, facets, items: rows, next: page.next };
}

/** A page of the reports that pass the filters, with facets. */
export async function listReports(query: Query, sight: Sight, queue: YearQueue): Promise<ReportsAnswer> {
  const { year, years, entries } = await queue.ofYear(query.year);
  const { items, facets } = narrowReports(entries, query, sight);
  const page = cutPage(items, query);
  const rows = page.items.map(({ row }) => row);
  return { year, years: [...years], total: items.length, facets, items: rows, next: page.next };
}
