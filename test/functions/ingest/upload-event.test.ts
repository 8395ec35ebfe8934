import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUploadEvent } from '../../../functions/ingest/upload-event.ts';

/** EventBridge gives the key as it is. */
const eventBridgeBody = (key: string, versionId = 'v1') =>
  JSON.stringify({
    version: '0',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    detail: {
      bucket: { name: 'inbox' },
      object: { key, size: 3, etag: 'e', 'version-id': versionId },
      reason: 'PutObject',
    },
  });

/** S3's own notification encodes it as a form does. */
const notificationBody = (key: string) =>
  JSON.stringify({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        s3: {
          bucket: { name: 'inbox' },
          object: { key: encodeURIComponent(key).replaceAll('%20', '+'), versionId: 'v1' },
        },
      },
    ],
  });

const KEYS = [
  'inbox/鹿城区/鹿城区教育局2020年政府信息公开工作年度报告.docx',
  'inbox/鹿 城/a b.docx',
  'inbox/a+b.docx',
  'inbox/100%.docx',
  'inbox/%E9%B9%BF.docx',
  'inbox/a%2Bb.docx',
  'inbox/#?&=;,".docx',
  'inbox/（终稿）〔2026〕2号.docx',
  'inbox/𠮷.docx',
];

test.each(KEYS)('%s is the same key in both encodings', (key) => {
  const upload = { bucket: 'inbox', key, versionId: 'v1' };
  expect(readUploadEvent(eventBridgeBody(key))).toEqual(upload);
  expect(readUploadEvent(notificationBody(key))).toEqual(upload);
});

test('any key at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
      expect(readUploadEvent(eventBridgeBody(key)).key).toBe(key);
      expect(readUploadEvent(notificationBody(key)).key).toBe(key);
    }),
  );
});

test('a plus sign in an EventBridge event is a plus sign', () => {
  expect(readUploadEvent(eventBridgeBody('inbox/a+b.docx')).key).toBe('inbox/a+b.docx');
});

describe('a message that is neither is refused', () => {
  test.each([
    ['no JSON', 'hello'],
    ['an empty object', '{}'],
    ['another event', JSON.stringify({ 'detail-type': 'Object Deleted', detail: {} })],
    [
      'no version',
      JSON.stringify({ 'detail-type': 'Object Created', detail: { bucket: { name: 'b' }, object: { key: 'k' } } }),
    ],
    ['no records', JSON.stringify({ Records: [] })],
    ['S3’s test message', JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent' })],
  ])('%s', (_, body) => {
    expect(() => readUploadEvent(body)).toThrow();
  });

  // A second record would be lost without a word.
  test('several records in one message', () => {
    const [record] = JSON.parse(notificationBody('a')).Records;
    expect(() => readUploadEvent(JSON.stringify({ Records: [record, record] }))).toThrow();
  });
});
