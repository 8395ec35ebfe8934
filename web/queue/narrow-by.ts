/** The queue's address with one filter set, or taken away; a changed filter begins at the first page again. */
export function narrowBy(query: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(query);
  if (name !== 'limit') next.delete('cursor');
  if (value === null) next.delete(name);
  else next.set(name, value);
  const asked = next.toString();
  return asked === '' ? '/' : `/?${asked}`;
}
