import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../local/events/compile-pattern.ts';

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::one', 'arn:aws:s3:::two'],
  detail: { object: { key: 'inbox/鹿城/年报.docx', size: 120, empty: null } },
};
const key = (matcher: unknown) => ({ detail: { object: { key: [matcher] } } });
const size = (...comparisons: unknown[]) => ({ detail: { object: { size: [{ numeric: comparisons }] } } });

describe('fits', () => {
  test.each([
    ['one value of several', { source: ['aws.ec2', 'aws.s3'] }],
    ['one of a list in the event', { resources: ['arn:aws:s3:::two'] }],
    ['a beginning', key({ prefix: 'inbox/鹿' })],
    ['an ending', key({ suffix: '.docx' })],
    ['a wildcard', key({ wildcard: 'inbox/*/*.docx' })],
    ['another case', key({ 'equals-ignore-case': 'INBOX/鹿城/年报.DOCX' })],
    ['anything but', key({ 'anything-but': ['other'] })],
    ['anything but a beginning', key({ 'anything-but': { prefix: 'outbox/' } })],
    ['presence', key({ exists: true })],
    ['absence', { detail: { object: { version: [{ exists: false }] } } }],
    ['null', { detail: { object: { empty: [null] } } }],
    ['a number', { detail: { object: { size: [120] } } }],
    ['a range', size('>', 0, '<=', 120)],
    ['every field', { source: ['aws.s3'], ...key({ prefix: 'inbox/' }) }],
  ])('%s', (_, pattern) => {
    expect(compilePattern(pattern)(event)).toBe(true);
  });
});

describe('does not fit', () => {
  test.each([
    ['another value', { source: ['aws.ec2'] }],
    ['another beginning', key({ prefix: 'Inbox/' })],
    ['a dot as any character', key({ wildcard: 'inbox/*Xdocx' })],
    ['what is excluded', key({ 'anything-but': { suffix: '.docx' } })],
    ['an absent field, when anything but is asked', { detail: { object: { version: [{ 'anything-but': 'x' }] } } }],
    ['a field that should be absent', key({ exists: false })],
    ['a text where a number is asked', { detail: { object: { size: ['120'] } } }],
    ['outside the range', size('>', 120)],
    ['an absent branch', { detail: { bucket: { name: ['one'] } } }],
    ['one field of two', { source: ['aws.s3'], ...key({ prefix: 'outbox/' }) }],
  ])('%s', (_, pattern) => {
    expect(compilePattern(pattern)(event)).toBe(false);
  });
});

test.each([
  ['an unknown operator', key({ cidr: '10.0.0.0/8' })],
  ['two operators at once', key({ prefix: 'a', suffix: 'b' })],
  ['alternatives', { $or: [{ source: ['a'] }] }],
  ['a value without a list', { source: 'aws.s3' }],
  ['half a comparison', size('>')],
  ['a beginning that is no text', key({ prefix: 7 })],
])('%s is refused before any event comes', (_, pattern) => {
  expect(() => compilePattern(pattern)).toThrow();
});
