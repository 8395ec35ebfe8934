/** The address of a report's screen. */
export const reportPath = ({ bodyKey, year }: { readonly bodyKey: string; readonly year: number | null }): string =>
  `/report/${encodeURIComponent(bodyKey)}/${year ?? 'unknown'}`;
