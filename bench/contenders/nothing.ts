/** An empty process, to subtract. */
export const run = (): unknown => undefined;
