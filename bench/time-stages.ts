import { readFileSync } from 'node:fs';
import { sniff } from '../parsers/bytes/sniff.ts';
import { docxStages } from './stages/docx-stages.ts';
import { pdfStages } from './stages/pdf-stages.ts';
import { spreadOf } from './statistics.ts';

/** Times each stage of a report's way on the given files and prints JSON: stage → median, a line a file. */
const [rounds = '60', ...paths] = process.argv.slice(2);
const WARM_UP = 15;

for (const path of paths) {
  const bytes = new Uint8Array(readFileSync(path));
  const sniffed = sniff(bytes);
  const isPdf = 'format' in sniffed && sniffed.format === 'pdf';
  const stages = Object.entries(isPdf ? pdfStages(bytes) : docxStages(bytes));
  const times = new Map(stages.map(([name]): [string, number[]] => [name, []]));
  for (let round = -WARM_UP; round < Number(rounds); round++) {
    for (const [name, run] of stages) {
      const start = performance.now();
      await run();
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  console.log(JSON.stringify(Object.fromEntries([...times].map(([name, all]) => [name, spreadOf(all).median]))));
}
