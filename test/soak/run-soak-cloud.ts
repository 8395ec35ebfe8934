import { startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { readAssembly } from '../../local/template/read-assembly.ts';
import { editTemplate, findResources, setProperties } from '../local/edit-template.ts';

// The local cloud in a process of its own, to be killed: <cloud assembly> <data folder> <seed> <tally file>.
// Two times are shorter than deployed, so that the end is not waited for: a message is handed out again after 20 s, and
// the function ends before that. Five deliveries still outlast a lease.
const [outdir = '', dataDir = '', SOAK_SEED, SOAK_TALLY] = process.argv.slice(2);
const assembly = editTemplate(await readAssembly(outdir), (template) => {
  setProperties(template, 'AWS::Lambda::Function', { Timeout: 18 });
  setProperties(template, 'AWS::SQS::Queue', { VisibilityTimeout: 20 });
  for (const [, { Properties }] of findResources(template, 'AWS::Lambda::Function')) {
    const { Environment: environment } = Properties;
    if (!environment || typeof environment !== 'object' || !('Variables' in environment)) continue;
    Object.assign(environment.Variables ?? {}, { SOAK_SEED, SOAK_TALLY });
  }
});
const cloud = await startLocalCloud({ assembly, dataDir, schedules: 'held' });
const waiting = [...cloud.queues.values()].find(({ wiring }) => wiring.redrive);
console.log(`${cloud.endpoints.sqs}/${LOCAL.account}/${waiting?.name}`);
