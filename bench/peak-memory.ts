import { readFileSync } from 'node:fs';
import { CONTENDERS, isContender } from './contenders/contenders.ts';

/** Runs one contender on one file, as often as told, in a process of its own, and prints how much memory it took. */
const [name, path = '', runs = '1'] = process.argv.slice(2);
if (!isContender(name)) throw new Error(`no contender ${name}`);

const run = await CONTENDERS[name]();
const bytes = new Uint8Array(readFileSync(path));
let heap = 0;
for (let count = 0; count < Number(runs); count++) {
  await run(bytes);
  heap = Math.max(heap, process.memoryUsage().heapUsed);
}
console.log(JSON.stringify({ rss: process.resourceUsage().maxRSS * 1024, heap }));
