import { expect, test } from 'vitest';
import { namePhysically } from '../../../local/template/physical-names.ts';
import { resolverFor } from '../../../local/template/resolve-values.ts';
import { templateSchema } from '../../../local/template/template.ts';

const template = templateSchema.parse({
  Resources: {
    Inbox1A2B: { Type: 'AWS::S3::Bucket' },
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'given-name' } },
    Queue: { Type: 'AWS::SQS::Queue' },
  },
});
const resolve = resolverFor('Gouji', namePhysically('Gouji', template, 'http://127.0.0.1:4000'));

test.each([
  ['a name', { Ref: 'Inbox1A2B' }, 'gouji-inbox1a2b'],
  ['a given name', { Ref: 'Named' }, 'given-name'],
  ['the address of a queue', { Ref: 'Queue' }, 'http://127.0.0.1:4000/000000000000/Gouji-Queue'],
  ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Gouji-Queue'],
  ['joined parts', { 'Fn::Join': ['/', [{ Ref: 'Named' }, 'a', { Ref: 'AWS::Region' }]] }, 'given-name/a/us-east-1'],
  [
    'a text with names',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
    { 'Fn::Sub': 'a ${Named} b ${Queue.QueueName} ${!Kept} ${AWS::Partition}' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
    'a given-name b Gouji-Queue ${Kept} aws',
  ],
  [
    'values inside values',
    { a: [{ b: { Ref: 'Named' } }], c: 1, d: null },
    { a: [{ b: 'given-name' }], c: 1, d: null },
  ],
])('%s', (_, value, resolved) => {
  expect(resolve(value)).toEqual(resolved);
});

test.each([
  ['a name that is not there', { Ref: 'Nowhere' }, /refers to Nowhere/],
  ['an attribute we do not know', { 'Fn::GetAtt': ['Queue', 'Colour'] }, /Queue.Colour/],
  ['a function we do not know', { 'Fn::Select': [0, ['a']] }, /Fn::Select/],
])('%s is refused', (_, value, reason) => {
  expect(() => resolve(value)).toThrow(reason);
});
