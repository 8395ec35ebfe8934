/**
 * Whether the last row before a page break and the first behind it are one row that the page cuts. `unclear`: they may
 * be either, and nothing read from them is certain.
 */
export type CutVerdict = 'one-row' | 'two-rows' | 'unclear';
