import { readFileSync, readlinkSync } from 'node:fs';

/** Milliseconds that a thread ran, and stood ready to run while others did. */
export interface ProcessorTime {
  readonly ran: number;
  readonly waited: number;
}

const NANOSECONDS = 1e6;

/** The calling thread, as the system names it; nothing but on Linux. */
export function threadId(): number | undefined {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  } catch {
    return undefined;
  }
}

/**
 * Since the thread began; nothing where the system does not tell.
 * Source: Linux, Documentation/scheduler/sched-stats, /proc/PID/schedstat: time on the processor, time on the run queue.
 */
export function processorTime(thread: number | undefined): ProcessorTime | undefined {
  if (thread === undefined) return undefined;
  try {
    const [ran, waited] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ').map(Number);
    if (ran === undefined || waited === undefined) return undefined;
    return { ran: ran / NANOSECONDS, waited: waited / NANOSECONDS };
  } catch {
    return undefined;
  }
}
