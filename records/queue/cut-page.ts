/** One page of a list, and the cursor of what follows. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Nothing at the end. */
  readonly next: string | null;
}

/**
 * The items after a cursor. A cursor names a place, not a count: what comes or goes before it neither repeats nor hides
 * an item.
 * @param items in the order of their places
 */
export function cutPage<Item extends { readonly place: string }>(
  items: readonly Item[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Page<Item> {
  const left = cursor === undefined ? items : items.filter(({ place }) => place > cursor);
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: last && page.length < left.length ? last.place : null };
}
