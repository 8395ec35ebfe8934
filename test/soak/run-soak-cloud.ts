import { startLocalCloud } from '../../local/start.ts';
import { LOCAL } from '../../local/template/physical-names.ts';
import { readAssembly } from '../../local/template/read-assembly.ts';
import { editTemplate, findResources, setProperties } from '../local/edit-template.ts';

// The local cloud in a process of its own, to be killed: <cloud assembly> <data folder> <seed> <tally file>.
// Two times are shorter than deployed, so that the end is not waited for: a message is handed out again after 20 s, and
// ingest ends before that. Five deliveries still outlast a lease.
const [outdir = '', dataDir = '', SOAK_SEED, SOAK_TALLY] = process.argv.slice(2);
const assembly = editTemplate(await readAssembly(outdir), (template) => {
  setProperties(template, 'AWS::SQS::Queue', { VisibilityTimeout: 20 });
  const ingests = findResources(template, 'AWS::Lambda::Function').filter(([name]) => name.startsWith('Ingest'));
  if (ingests.length !== 1) throw new Error('which function ingests?');
  for (const [, { Properties }] of ingests) {
    const { Environment: environment } = Properties;
    if (!environment || typeof environment !== 'object' || !('Variables' in environment))
      throw new Error('no variables');
    Object.assign(environment.Variables ?? {}, { SOAK_SEED, SOAK_TALLY });
    Object.assign(Properties, { Timeout: 18 });
  }
});
// Workers wait more than they work: for leases of those that died, and for what throttles them.
const cloud = await startLocalCloud({ assembly, dataDir, workers: 6 });
const waiting = [...cloud.queues.values()].find(({ wiring }) => wiring.redrive);
const publishes = findResources(assembly.template, 'AWS::Events::EventBus').length > 0;
console.log(JSON.stringify({ queueUrl: `${cloud.endpoints.sqs}/${LOCAL.account}/${waiting?.name}`, publishes }));
