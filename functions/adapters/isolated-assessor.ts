import type { SecondReading } from '../../checks/reading.ts';
import type { Upload } from '../../records/upload.ts';
import type { Assessed } from '../dependencies.ts';
import type { ThreadAnswer } from './reading-thread.ts';
import type { Ending } from './under-watch.ts';
import { WatchedThread, type WatchedThreadOptions } from './watched-thread.ts';

/** Reads files from end to end, each where it can be ended. */
export interface IsolatedAssessor {
  assess(upload: Upload): Promise<Assessed>;
  /** The second reading alone; nothing where it failed or was ended. */
  readAgain(bytes: Uint8Array): Promise<SecondReading | undefined>;
  /** Ends the thread, and what it reads as if it had taken too long. Another file starts another one. */
  close(): Promise<void>;
}

/**
 * The whole of reading – files, tables, figures, checks, pdf.js and mammoth – in a thread that can be ended, so that a
 * file which hangs it or exhausts its memory is answered and harms no other.
 */
export function isolatedAssessor(options: WatchedThreadOptions = {}): IsolatedAssessor {
  const thread = new WatchedThread(options);
  return {
    assess: async ({ bytes, ...about }) => assessedOf(await thread.read({ task: 'assess', bytes, about })),
    readAgain: async (bytes) => againOf(await thread.read({ task: 'again', bytes })),
    close: () => thread.close(),
  };
}

function assessedOf(ending: Ending<ThreadAnswer>): Assessed {
  if (ending.how === 'starved') return { readable: false, starved: true };
  if (ending.how !== 'answered') return { readable: false, failed: 'reader-stopped' };
  const { answer } = ending;
  if ('assessed' in answer) return answer.assessed;
  if ('fault' in answer) return { readable: false, failed: 'reader-crashed', fault: answer.fault };
  const crashed = 'died' in answer && answer.died === 'crashed';
  return { readable: false, failed: crashed ? 'reader-crashed' : 'reader-stopped' };
}

const againOf = (ending: Ending<ThreadAnswer>): SecondReading | undefined =>
  ending.how === 'answered' && 'again' in ending.answer ? ending.answer.again : undefined;
