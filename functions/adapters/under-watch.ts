/** How a watched piece of work ended. `starved`: it took too long, but others had the processor most of that time. */
export type Ending<T> =
  | { readonly how: 'answered'; readonly answer: T }
  | { readonly how: 'too-long' | 'too-large' | 'starved' };

/** When watched work is given up. */
export interface WatchLimits {
  readonly milliseconds: number;
  /** Of the whole process. */
  readonly processBytes: number;
  /** What the work may take in any case, in a process that is large already. */
  readonly leastBytes: number;
}

/** How often the memory is looked at: a buffer that fills at 500 MB a second grows by 10 MB meanwhile. */
const LOOK_MS = 20;

/**
 * Waits for work that goes on in another thread, but no longer than its limits allow. Ending the work is up to the
 * caller.
 */
export async function underWatch<T>(limits: WatchLimits, work: Promise<T>): Promise<Ending<T>> {
  const most = Math.max(limits.processBytes, process.memoryUsage.rss() + limits.leastBytes);
  let timer: NodeJS.Timeout | undefined;
  let looks: NodeJS.Timeout | undefined;
  const over = new Promise<Ending<T>>((resolve) => {
    timer = setTimeout(() => resolve({ how: 'too-long' }), limits.milliseconds);
    looks = setInterval(() => {
      if (process.memoryUsage.rss() > most) resolve({ how: 'too-large' });
    }, LOOK_MS);
  });
  try {
    return await Promise.race([work.then((answer): Ending<T> => ({ how: 'answered', answer })), over]);
  } finally {
    clearTimeout(timer);
    clearInterval(looks);
  }
}
