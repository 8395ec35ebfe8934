import { unreadable } from '../../parsers/bytes/unreadable.ts';
import type { EngineOutcome } from '../../parsers/pdf/engine.ts';
import type { Readers } from '../../records/readers.ts';
import type { ThreadAnswer } from './reading-thread.ts';
import type { Ending } from './under-watch.ts';
import { WatchedThread, type WatchedThreadOptions } from './watched-thread.ts';

export interface IsolatedReaders extends Readers {
  /** Ends the thread, and what it reads as if it had taken too long. Another file starts another one. */
  close(): Promise<void>;
}

/**
 * pdf.js and mammoth in a thread that can be ended; everything else is read here. For looking at single files: what
 * strangers send is read in the thread from end to end (`isolatedAssessor`). A file that was ended is answered with
 * `reader-stopped` by pdf.js and with nothing by mammoth.
 */
export function isolatedReaders(options: WatchedThreadOptions = {}): IsolatedReaders {
  const thread = new WatchedThread(options);
  return {
    pdf: { name: 'pdf.js', readPages: async (bytes) => outcomeOf(await thread.read({ task: 'pages', bytes })) },
    docxToHtml: async (bytes) => htmlOf(await thread.read({ task: 'html', bytes })),
    close: () => thread.close(),
  };
}

/** @throws Error for a mistake of ours */
function outcomeOf(ending: Ending<ThreadAnswer>): EngineOutcome {
  if (ending.how !== 'answered') return { outcome: 'unreadable', unreadable: unreadable('reader-stopped') };
  const { answer } = ending;
  if ('outcome' in answer) return answer.outcome;
  if ('fault' in answer) throw new Error(`The reader of PDF failed: ${answer.fault.name}\n${answer.fault.stack}`);
  const crashed = 'died' in answer && answer.died === 'crashed';
  return { outcome: 'unreadable', unreadable: unreadable(crashed ? 'damaged' : 'reader-stopped') };
}

const htmlOf = (ending: Ending<ThreadAnswer>): string | undefined =>
  ending.how === 'answered' && 'html' in ending.answer ? ending.answer.html : undefined;
