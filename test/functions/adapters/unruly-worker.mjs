// A reading thread of which each file does what its name says, in the protocol of functions/reading-worker.
import { parentPort } from 'node:worker_threads';

const kept = [];
let given = 0;
const FIRST = { readable: false, code: 'not-a-report' };
const DEEDS = {
  hang() {
    for (;;);
  },
  'fill buffers'() {
    setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 5);
  },
  'fill heap'() {
    for (;;) kept.push({ text: `${kept.length}` });
  },
  throw() {
    parentPort.postMessage({ fault: { name: 'RangeError', stack: '    at read (somewhere.ts:1:1)' } });
  },
  'throw outside'() {
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
  },
  'say which file of the thread it is'() {
    parentPort.postMessage({ fault: { name: `file ${given}`, stack: '' } });
  },
  exit() {
    process.exit(1);
  },
  'hang at the second reading'() {
    parentPort.postMessage({ first: FIRST });
    for (;;);
  },
  'fill heap at the second reading'() {
    parentPort.postMessage({ first: FIRST });
    for (;;) kept.push({ text: `${kept.length}` });
  },
};

parentPort.on('message', ({ about }) => {
  given += 1;
  const deed = DEEDS[about.fileName];
  if (deed) deed();
  else parentPort.postMessage({ assessed: { readable: false, code: 'empty' } });
});
parentPort.postMessage({ ready: true });
