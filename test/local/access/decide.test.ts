import { describe, expect, test } from 'vitest';
import { type Demand, decide, type Principal } from '../../../local/access/decide.ts';
import { statementSchema } from '../../../local/access/statement.ts';

const BUCKET = 'arn:aws:s3:::inbox';
const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/reports';

function who(statements: readonly object[], tags: Record<string, string> = {}): Principal {
  const roleArn = 'arn:aws:iam::000000000000:role/reader';
  const arn = 'arn:aws:sts::000000000000:assumed-role/reader/function';
  return { arn, roleArn, statements: statements.map((one) => statementSchema.parse(one)), tags };
}

const allow = (changes: object) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...changes });
const deny = (changes: object) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...changes });
const put = (key: string): Demand => ({ action: 's3:PutObject', resource: `${BUCKET}/${key}` });
const keyed = (...keys: string[]): Demand => ({
  action: 'dynamodb:GetItem',
  resource: TABLE,
  context: new Map(keys.length > 0 ? [['dynamodb:leadingkeys', keys]] : []),
});
const may = (demand: Demand, ...statements: object[]) => decide(demand, who(statements), []).allowed;

describe('actions and resources', () => {
  test.each<[string, boolean, object[]]>([
    ['nothing is allowed by itself', false, []],
    ['the right action on the right resource is', true, [allow({ Action: 's3:Put*', Resource: `${BUCKET}/inbox/*` })]],
    ['actions compare without case', true, [allow({ Action: ['S3:putobject'] })]],
    ['resources with case', false, [allow({ Resource: `${BUCKET}/Inbox/*` })]],
    ['a bucket is not its objects', false, [allow({ Resource: BUCKET })]],
    ['`?` is one character', true, [allow({ Resource: `${BUCKET}/inbox/?` })]],
    ['no more and no less', false, [allow({ Resource: `${BUCKET}/inbox/a?` })]],
    ['a dot is a dot', false, [allow({ Resource: `${BUCKET.replace('i', '.')}/*` })]],
    ['a denial wins', false, [allow({}), deny({ Action: 's3:PutObject' })]],
    ['wherever it stands', false, [deny({ Resource: `${BUCKET}/*` }), allow({})]],
    ['a denial of something else does not', true, [allow({}), deny({ Action: 's3:DeleteObject' })]],
    ['all but one action', false, [{ Effect: 'Allow', NotAction: 's3:PutObject', Resource: '*' }]],
    ['all but another action', true, [{ Effect: 'Allow', NotAction: 's3:GetObject', Resource: '*' }]],
    ['all but one resource', false, [{ Effect: 'Allow', Action: '*', NotResource: `${BUCKET}/inbox/*` }]],
  ])('%s', (_, allowed, statements) => {
    expect(may(put('inbox/a'), ...statements)).toBe(allowed);
  });
});

describe('conditions', () => {
  const onKeys = (operator: string, keys: string | string[]) =>
    allow({ Condition: { [operator]: { 'dynamodb:LeadingKeys': keys } } });
  test.each<[string, boolean, Demand, object]>([
    ['one of several values', true, keyed('b'), onKeys('StringEquals', ['a', 'b'])],
    ['none of them', false, keyed('c'), onKeys('StringEquals', ['a', 'b'])],
    ['an absent key meets nothing', false, keyed(), onKeys('StringEquals', 'a')],
    ['but for what needs it only if it is there', true, keyed(), onKeys('StringEqualsIfExists', 'a')],
    ['an absent key is none of them', true, keyed(), onKeys('StringNotEquals', 'a')],
    ['not one of several', false, keyed('b'), onKeys('StringNotEquals', ['a', 'b'])],
    ['every value', true, keyed('LEDGER#1', 'LEDGER#2'), onKeys('ForAllValues:StringLike', 'LEDGER#*')],
    ['not every value', false, keyed('LEDGER#1', 'REPORT#2'), onKeys('ForAllValues:StringLike', 'LEDGER#*')],
    // AWS says so, and warns of it: a Scan has no leading key.
    ['every value of none', true, keyed(), onKeys('ForAllValues:StringLike', 'LEDGER#*')],
    ['any value', true, keyed('LEDGER#1', 'REPORT#2'), onKeys('ForAnyValue:StringLike', 'LEDGER#*')],
    ['any value of none', false, keyed(), onKeys('ForAnyValue:StringLike', 'LEDGER#*')],
    ['a star is a star where nothing is a pattern', false, keyed('ab'), onKeys('StringEquals', 'a*')],
    ['there is a key', true, keyed('a'), onKeys('Null', 'false')],
    ['there is no key', false, keyed('a'), onKeys('Null', 'true')],
    [
      'TLS, which nothing here goes without',
      true,
      keyed(),
      allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    ],
    ['numbers', false, keyed(), allow({ Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } })],
  ])('%s', (_, allowed, demand, statement) => {
    expect(may(demand, statement)).toBe(allowed);
  });

  test.each([
    ['an operator', { IpAddress: { 'aws:SourceArn': '10.0.0.0/8' } }, /IpAddress/],
    ['a key', { StringEquals: { 'aws:MultiFactorAuthPresent': 'true' } }, /aws:MultiFactorAuthPresent/],
  ])('%s that is not known here is refused', (_, Condition, reason) => {
    expect(() => statementSchema.parse(allow({ Condition }))).toThrow(reason);
  });
});

describe('an office', () => {
  const OFFICE = 'aws:PrincipalTag/office';
  /** IAM's variables; written so that they are no template literals. */
  const variable = (name: string) => `\${${name}}`;
  const statement = allow({
    Action: 's3:PutObject',
    Resource: `${BUCKET}/inbox/${variable(OFFICE)}/*`,
    Condition: {
      StringLike: { [OFFICE]: '?*' },
      StringNotLike: { [OFFICE]: ['*/*', `*${variable('*')}*`, `*${variable('?')}*`] },
    },
  });
  const mayPut = (office: string | undefined, key: string) =>
    decide(put(key), who([statement], office === undefined ? {} : { office }), []).allowed;

  test('puts into its own folder and no other', () => {
    expect(mayPut('鹿城区政务公开办', 'inbox/鹿城区政务公开办/2020.docx')).toBe(true);
    expect(mayPut('鹿城区政务公开办', 'inbox/平潭办/2020.docx')).toBe(false);
    expect(mayPut('鹿城区政务公开办', 'inbox/鹿城区政务公开办2/2020.docx')).toBe(false);
    expect(mayPut('鹿城区政务公开办', 'elsewhere/鹿城区政务公开办/2020.docx')).toBe(false);
  });

  test.each([undefined, '', '*', '?', 'a/b', '平潭*'])('called %s puts nothing', (office) => {
    expect(mayPut(office, 'inbox/a')).toBe(false);
    expect(mayPut(office, 'inbox//a')).toBe(false);
    expect(mayPut(office, 'inbox/平潭办/a')).toBe(false);
    expect(mayPut(office, `inbox/${office}/a`)).toBe(false);
  });
});

describe('the policy of a resource', () => {
  const onAll = (changes: object) => statementSchema.parse(allow({ Principal: { AWS: '*' }, ...changes }));
  test('may deny what a role allows', () => {
    const verdict = decide(put('a'), who([allow({})]), [onAll({ Effect: 'Deny', Principal: '*' })]);
    expect(verdict).toEqual({ allowed: false, reason: 'with an explicit deny in a resource-based policy' });
  });

  test('that refuses what is not enciphered concerns nothing here', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    expect(decide(put('a'), who([allow({})]), [onAll({ Effect: 'Deny', Condition })]).allowed).toBe(true);
  });

  test.each<[string, boolean, object | string]>([
    ['of anybody', true, '*'],
    ['of this role', true, { AWS: 'arn:aws:iam::000000000000:role/reader' }],
    ['of another role', false, { AWS: 'arn:aws:iam::000000000000:role/other' }],
    ['of a service', false, { Service: 'events.amazonaws.com' }],
    ['of the account, which leaves it to the role', false, { AWS: 'arn:aws:iam::000000000000:root' }],
  ])('may speak %s', (_, allowed, Principal) => {
    expect(decide(put('a'), who([]), [onAll({ Principal })]).allowed).toBe(allowed);
  });
});
