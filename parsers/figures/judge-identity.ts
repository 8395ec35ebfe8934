import type { Evidence, Identity } from './identity.ts';

/** What follows from the evidence of who reports and for which year. */
type Told = Pick<Identity, 'body' | 'year'>;

/** Prose and file names speak of other years and bodies too: by themselves they only suggest. */
const isStrong = ({ source }: Pick<Evidence<unknown>, 'source'>) => source === 'title' || source === 'opening';

/** Whether title or opening name both. */
export const isTold = ({ body, year }: Told): boolean => body.some(isStrong) && year.some(isStrong);

/** The body: the fullest of the names that contain the first; null where nothing names it. */
export function bodyOf({ body }: Told): string | null {
  const [first, ...others] = body.filter(isStrong).map(({ value }) => value);
  if (first === undefined) return body[0]?.value ?? null;
  return others.filter((name) => name.endsWith(first)).reduce((a, b) => (b.length > a.length ? b : a), first);
}

/** The fiscal year; null where nothing tells it. */
export const yearOf = ({ year }: Told): number | null => year[0]?.value ?? null;

/** Years that the report's own first lines state and that differ; fewer than two where they agree. */
export function yearsThatDiffer({ year }: Told): readonly number[] {
  const years = [...new Set(year.filter(isStrong).map(({ value }) => value))];
  return years.length > 1 ? years : [];
}

/** Titles that name bodies of which none is another written shorter (水利局, 青川县水利局); none where they agree. */
export function bodiesThatDiffer({ body }: Told): readonly string[] {
  const names = [...new Set(body.filter(({ source }) => source === 'title').map(({ value }) => value))];
  const isAnother = (one: string) => names.some((other) => !one.includes(other) && !other.includes(one));
  return names.filter(isAnother);
}
