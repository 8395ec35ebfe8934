import { readFileSync } from 'node:fs';
import { CONTENDERS, isContender } from './contenders/contenders.ts';
import { spreadOf } from './statistics.ts';

/**
 * Times contenders on the given files and prints JSON: contender → spread, a line a file: <rounds> <contenders, with
 * commas between> <files>. Contenders take turns on one document in one process, so that whatever else the machine does
 * meets them alike. One that fails on a file is left out there.
 */
const [rounds = '60', named = '', ...paths] = process.argv.slice(2);
const WARM_UP = 15;

// One after the other: some are loaded in a world of their own.
const contenders: Timed[] = [];
for (const name of named.split(',')) {
  if (!isContender(name)) throw new Error(`no contender ${name}`);
  contenders.push({ name, run: await CONTENDERS[name]() });
}

for (const path of paths) {
  const bytes = new Uint8Array(readFileSync(path));
  const sound = await thatRead(bytes);
  const times = new Map(sound.map(({ name }): [string, number[]] => [name, []]));
  for (let round = -WARM_UP; round < Number(rounds); round++) {
    // The turn goes round, back and forth: one contender's garbage is often collected in the time of the next.
    for (const { name, run } of turns(sound, round + WARM_UP)) {
      const start = performance.now();
      await run(bytes);
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  console.log(JSON.stringify(Object.fromEntries([...times].map(([name, all]) => [name, spreadOf(all)]))));
}

interface Timed {
  readonly name: string;
  readonly run: (bytes: Uint8Array) => unknown;
}

async function thatRead(bytes: Uint8Array): Promise<Timed[]> {
  const sound: Timed[] = [];
  for (const contender of contenders) {
    try {
      await contender.run(bytes);
      sound.push(contender);
    } catch (error) {
      console.error(`${contender.name}: ${error}`);
    }
  }
  return sound;
}

function turns<Item>(items: readonly Item[], round: number): readonly Item[] {
  const at = round % items.length;
  const rotated = [...items.slice(at), ...items.slice(0, at)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}
