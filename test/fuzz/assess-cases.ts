import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isolatedAssessor } from '../../functions/adapters/isolated-assessor.ts';
import type { Assessed } from '../../functions/dependencies.ts';
import type { CaseAnswer, CaseFile } from './fuzz-process.ts';

// Run as a process of its own, bundled as the function is: reads each file that it is sent as ingest would.

const { assess } = isolatedAssessor();

process.on('message', (file: CaseFile) => {
  void read(file).then((answer) => process.send?.(answer));
});
process.send?.({ ready: true });

async function read({ number, fileName, bytes }: CaseFile): Promise<CaseAnswer> {
  forgetPeak();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = performance.now();
  const assessed = await assess({ bytes, sha256, fileName });
  const milliseconds = performance.now() - before;
  return { number, milliseconds, peakBytes: peakBytes(), ...outcomeOf(assessed) };
}

function outcomeOf(assessed: Assessed): Pick<CaseAnswer, 'outcome' | 'fault'> {
  if (assessed.readable) return { outcome: assessed.record.outcome };
  if ('code' in assessed) return { outcome: `rejected(${assessed.code})` };
  if ('starved' in assessed) return { outcome: 'starved' };
  return { outcome: `failed(${assessed.failed})`, ...(assessed.fault && { fault: assessed.fault }) };
}

/** The most memory that the process held since it was asked to forget; Linux tells it of each process. */
function peakBytes(): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Where this is not allowed the peak is that of the whole process, which is more. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // See above.
  }
}
