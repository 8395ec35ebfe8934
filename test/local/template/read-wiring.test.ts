import { beforeAll, expect, test } from 'vitest';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { readWiring } from '../../../local/template/read-wiring.ts';
import type { Template } from '../../../local/template/template.ts';
import { recordingAssembly } from '../assemblies.ts';
import { editTemplate, findResources, setProperties } from '../edit-template.ts';

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

test('the wiring of our stack', () => {
  const { buckets, queues, rules, functions, mappings, tables, outputs } = readWiring(assembly);
  expect(buckets.filter(({ announced }) => announced)).toMatchObject([{ name: outputs.InboxBucket, versioned: true }]);
  expect(queues).toHaveLength(2);
  const [reader] = functions;
  expect(reader?.environment).toMatchObject({
    EVIDENCE_BUCKET: outputs.EvidenceBucket,
    TABLE_NAME: outputs.TableName,
  });
  expect(tables.map(({ name }) => name)).toEqual([outputs.TableName]);
  expect(rules[0]?.targets.map(({ arn }) => arn)).toEqual(mappings.map(({ queueArn }) => queueArn));
});

const QUEUE = 'AWS::SQS::Queue';
const RULE = 'AWS::Events::Rule';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const firstTarget = (template: Template, changes: object) => {
  const [[, rule] = []] = findResources(template, RULE);
  const targets = rule?.Properties.Targets;
  if (Array.isArray(targets)) Object.assign(targets[0], changes);
};

const REFUSED: [string, (template: Template) => void, RegExp][] = [
  [
    'a kind of resource we cannot run',
    (template) =>
      Object.assign(template.Resources, { Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} } }),
    /AWS::StepFunctions::StateMachine/,
  ],
  ['a queue that delays', (template) => setProperties(template, QUEUE, { DelaySeconds: 5 }), /DelaySeconds/],
  [
    'a target that rewrites its input',
    (template) => firstTarget(template, { InputTransformer: {} }),
    /InputTransformer/,
  ],
  ['a mapping that filters', (template) => setProperties(template, MAPPING, { FilterCriteria: {} }), /FilterCriteria/],
  [
    'a target that is not in the template',
    (template) => firstTarget(template, { Arn: 'arn:aws:sqs:us-east-1:1:elsewhere' }),
    /no queue of the template/,
  ],
  [
    'a queue that does not let the rule send',
    (template) => deleteResources(template, 'AWS::SQS::QueuePolicy'),
    /No queue policy/,
  ],
  [
    'a mapping without its queue',
    (template) => setProperties(template, MAPPING, { EventSourceArn: 'arn:elsewhere' }),
    /lacks an end/,
  ],
  [
    'a message that would come again while it is worked on',
    (template) => setProperties(template, QUEUE, { VisibilityTimeout: 10 }),
    /visibility timeout/,
  ],
  [
    'code that was not bundled',
    (template) => setProperties(template, 'AWS::Lambda::Function', { Code: { S3Key: 'gone.zip' } }),
    /gone\.zip/,
  ],
];

function deleteResources(template: Template, type: string): void {
  for (const [id] of findResources(template, type)) delete template.Resources[id];
}

test.each(REFUSED)('%s is refused', (_, edit, reason) => {
  expect(() => readWiring(editTemplate(assembly, edit))).toThrow(reason);
});
