import { readFileSync } from 'node:fs';
import { CONTENDERS, TIMED } from './contenders/contenders.ts';
import { spreadOf } from './statistics.ts';

/**
 * Times every contender on the given files and prints JSON: contender → spread, a line a file. Contenders take turns
 * on one document in one process, so that whatever else the machine does meets them alike.
 */
const [rounds = '60', ...paths] = process.argv.slice(2);
const WARM_UP = 15;

const contenders = await Promise.all(TIMED.map(async (name) => ({ name, run: await CONTENDERS[name]() })));
for (const path of paths) {
  const bytes = new Uint8Array(readFileSync(path));
  const times = new Map(contenders.map(({ name }): [string, number[]] => [name, []]));
  for (let round = -WARM_UP; round < Number(rounds); round++) {
    // The turn goes round, back and forth: one contender's garbage is often collected in the time of the next.
    for (const { name, run } of turns(contenders, round + WARM_UP)) {
      const start = performance.now();
      await run(bytes);
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  console.log(JSON.stringify(Object.fromEntries([...times].map(([name, all]) => [name, spreadOf(all)]))));
}

function turns<Item>(items: readonly Item[], round: number): readonly Item[] {
  const at = round % items.length;
  const rotated = [...items.slice(at), ...items.slice(0, at)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}
