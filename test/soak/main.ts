import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { synthesize } from '../../cdk/synthesize.ts';
import { runSoak } from './run-soak.ts';

// npm run soak -- --reports 5000 --seed 1 --kill-at 0.3,0.6

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    'kill-at': { type: 'string', default: '' },
  },
});
const outdir = await mkdtemp(join(tmpdir(), 'gouji-soak-stack-'));
try {
  const ingestEntry = fileURLToPath(new URL('faulty-ingest.ts', import.meta.url));
  synthesize(outdir, { region: 'us-east-1', ingestEntry });
  const result = await runSoak({
    reports: Number(values.reports),
    seed: Number(values.seed),
    killAt: values['kill-at'].split(',').filter(Boolean).map(Number),
    outdir,
    onProgress: (line) => console.log(line),
  });
  console.log(JSON.stringify(result));
  process.exitCode = result.lost + result.doubled + result.torn > 0 ? 1 : 0;
} finally {
  await rm(outdir, { recursive: true, force: true });
}
