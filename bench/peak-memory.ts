import { readFileSync } from 'node:fs';
import { CONTENDERS, isContender } from './contenders/contenders.ts';

/**
 * Runs one contender on one file, as often as told, in a process of its own, and prints how much memory it took and how
 * many milliseconds the first time, when nothing is compiled yet.
 */
const [name, path = '', runs = '1'] = process.argv.slice(2);
if (!isContender(name)) throw new Error(`no contender ${name}`);

const run = await CONTENDERS[name]();
const bytes = new Uint8Array(readFileSync(path));
let heap = 0;
let first: number | undefined;
for (let count = 0; count < Number(runs); count++) {
  const start = performance.now();
  await run(bytes);
  first ??= performance.now() - start;
  heap = Math.max(heap, process.memoryUsage().heapUsed);
}
console.log(JSON.stringify({ rss: process.resourceUsage().maxRSS * 1024, heap, first }));
