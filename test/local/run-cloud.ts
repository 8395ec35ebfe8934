import { startLocalCloud } from '../../local/start.ts';
import { readAssembly } from '../../local/template/read-assembly.ts';
import { hurry } from './edit-template.ts';

// A local cloud in a process of its own, to be killed: <cloud assembly> <data folder>.
const [outdir = '', dataDir = ''] = process.argv.slice(2);
await startLocalCloud({ assembly: hurry(await readAssembly(outdir)), dataDir });
console.log('started');
