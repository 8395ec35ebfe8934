import { beforeAll, expect, test, vi } from 'vitest';
import type { Assembly } from '../../../local/template/read-assembly.ts';
import { readWiring } from '../../../local/template/read-wiring.ts';
import type { Template } from '../../../local/template/template.ts';
import { recordingAssembly } from '../assemblies.ts';
import { editTemplate, findResources, setProperties } from '../edit-template.ts';
import { startTestCloud } from '../test-cloud.ts';

vi.setConfig({ testTimeout: 30_000 });

let assembly: Assembly;

beforeAll(async () => {
  assembly = await recordingAssembly();
}, 150_000);

/** A rule that calls the stack's function every minute, with what the recording handler understands. */
function withSchedule(template: Template, input: object, permission: object = {}): void {
  const [[functionId] = ['']] = findResources(template, 'AWS::Lambda::Function');
  const arn = { 'Fn::GetAtt': [functionId, 'Arn'] };
  template.Resources.EveryMinute = {
    Type: 'AWS::Events::Rule',
    Properties: {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [{ Id: 'Target0', Arn: arn, Input: JSON.stringify(input) }],
    },
  };
  template.Resources.MayCall = {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn,
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': ['EveryMinute', 'Arn'] },
      ...permission,
    },
  };
}

test('a schedule runs when it is told to, and nobody waits for it', async () => {
  const scheduled = editTemplate(assembly, (template) => withSchedule(template, { echo: 'now' }));
  const cloud = await startTestCloud({ assembly: scheduled, schedules: 'held' });
  await cloud.drained();
  expect(await cloud.runSchedule('EveryMinute')).toEqual([{ echo: 'now', running: 1 }]);
  await expect(cloud.runSchedule('Never')).rejects.toThrow('There are: ');
});

test('a schedule that fails is tried twice more and told of each time', async () => {
  const scheduled = editTemplate(assembly, (template) => withSchedule(template, { fail: true }));
  const cloud = await startTestCloud({ assembly: scheduled, schedules: 'held' });
  expect(await cloud.runSchedule('EveryMinute')).toEqual([undefined]);
  const faults = cloud.progress.map((one) => (one.did === 'failed' ? String(one.fault) : one.did));
  expect(faults).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('asked to fail')));
});

test('a function is told to try again no more often than the template says, and what failed is kept', async () => {
  const scheduled = editTemplate(assembly, (template) => {
    withSchedule(template, { fail: true });
    const [[dead] = ['']] = findResources(template, 'AWS::SQS::Queue').filter(([id]) => id.includes('Dead'));
    const [[functionId] = ['']] = findResources(template, 'AWS::Lambda::Function');
    template.Resources.Config = {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: functionId },
        Qualifier: '$LATEST',
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [dead, 'Arn'] } } },
      },
    };
  });
  const cloud = await startTestCloud({ assembly: scheduled, schedules: 'held' });
  await cloud.runSchedule('EveryMinute');
  expect(cloud.progress).toHaveLength(1);
  const [dead] = [...cloud.queues.values()].filter(({ name }) => name.includes('Dead'));
  expect(dead?.list().map(({ body }) => JSON.parse(body))).toEqual([{ fail: true }]);
});

test('no more are run at once than the template reserves', async () => {
  const reserved = editTemplate(assembly, (template) => {
    withSchedule(template, { sleep: 300 });
    template.Resources.EveryHour = structuredClone(template.Resources.EveryMinute ?? { Type: '', Properties: {} });
    const [, [, other] = []] = findResources(template, 'AWS::Events::Rule').filter(([id]) => id.startsWith('Every'));
    Object.assign(other?.Properties ?? {}, { ScheduleExpression: 'rate(1 hour)' });
    const { SourceArn: _any, ...everybody } = template.Resources.MayCall?.Properties ?? {};
    if (template.Resources.MayCall) template.Resources.MayCall.Properties = everybody;
    setProperties(template, 'AWS::Lambda::Function', { ReservedConcurrentExecutions: 1 });
  });
  const cloud = await startTestCloud({ assembly: reserved, schedules: 'held' });
  const began = Date.now();
  await Promise.all([cloud.runSchedule('EveryMinute'), cloud.runSchedule('EveryHour')]);
  expect(Date.now() - began).toBeGreaterThanOrEqual(600);
});

test.each<[string, object, RegExp]>([
  ['nobody may call', { Principal: 's3.amazonaws.com' }, /No permission lets the rule/],
  ['another rule may call', { SourceArn: 'arn:aws:events:us-east-1:000000000000:rule/other' }, /No permission/],
])('a function that %s is refused at the start', (_, permission, reason) => {
  const scheduled = editTemplate(assembly, (template) => withSchedule(template, {}, permission));
  expect(() => readWiring(scheduled)).toThrow(reason);
});
