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
const notificationBody = (key: string, eventName = 'ObjectCreated:Put') =>
  JSON.stringify({
    Records: [
      {
        eventName,
        eventTime: '2021-01-20T08:00:01.000Z',
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
  expect(readUploadEvent(eventBridgeBody(key))).toEqual({ kind: 'created', upload });
  expect(readUploadEvent(notificationBody(key))).toEqual({ kind: 'created', upload });
});

test('any key at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
      expect(readUploadEvent(eventBridgeBody(key)).upload.key).toBe(key);
      expect(readUploadEvent(notificationBody(key)).upload.key).toBe(key);
    }),
  );
});

test('a plus sign in an EventBridge event is a plus sign', () => {
  expect(readUploadEvent(eventBridgeBody('inbox/a+b.docx')).upload.key).toBe('inbox/a+b.docx');
});

describe('a message that is neither is refused', () => {
  test.each([
    ['no JSON', 'hello'],
    ['an empty object', '{}'],
    ['another event', JSON.stringify({ 'detail-type': 'Object Restore Completed', detail: {} })],
    ['a deletion of nothing', JSON.stringify({ 'detail-type': 'Object Deleted', detail: {} })],
    ['a notification of another event', notificationBody('a', 'ObjectRestore:Completed')],
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

/** As the User Guide of S3 shows the event of a deletion. */
const deletionBody = (deletionType: string) =>
  JSON.stringify({
    version: '0',
    'detail-type': 'Object Deleted',
    source: 'aws.s3',
    time: '2021-01-20T08:00:01Z',
    detail: {
      version: '0',
      bucket: { name: 'inbox' },
      object: { key: 'inbox/鹿城区/a b+c.docx', etag: 'e', 'version-id': 'v1', sequencer: '0' },
      reason: 'DeleteObject',
      'deletion-type': deletionType,
    },
  });

test.each([
  ['Delete Marker Created', 'ObjectRemoved:DeleteMarkerCreated', 'hidden'],
  ['Permanently Deleted', 'ObjectRemoved:Delete', 'gone'],
])('%s says so in both encodings, never that something was created', (deletionType, eventName, removal) => {
  const upload = { bucket: 'inbox', key: 'inbox/鹿城区/a b+c.docx', versionId: 'v1' };
  const told = { kind: 'removed', upload, removal, at: '2021-01-20T08:00:01.000Z' };
  expect(readUploadEvent(deletionBody(deletionType))).toEqual(told);
  expect(readUploadEvent(notificationBody(upload.key, eventName))).toEqual(told);
});

test('a deletion of a kind that nobody knows is refused', () => {
  expect(() => readUploadEvent(deletionBody('Tagged'))).toThrow();
});
