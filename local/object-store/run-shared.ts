/**
 * Lets callers that come at the same time share one run: each call is answered by a run that began after it.
 * This is how many small writes pay for one fsync.
 */
export function runShared(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (next) return next;
    if (!running) return start();
    next = running
      .then(undefined, () => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
