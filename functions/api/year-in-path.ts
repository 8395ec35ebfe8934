import type { ReportRef } from '../../records/keys.ts';

/** Stands in a path for a fiscal year that could not be told. */
const UNKNOWN = 'unknown';

/** The report that a path names; nothing where its year is none. */
export function reportInPath({ body, year }: Readonly<Record<string, string>>): ReportRef | undefined {
  if (body === undefined || body === '') return undefined;
  if (year === UNKNOWN) return { bodyKey: body, year: null };
  return year !== undefined && /^\d{4}$/u.test(year) ? { bodyKey: body, year: Number(year) } : undefined;
}
