import { expect, test } from 'vitest';
import { describeObjectEvent } from '../../../local/events/describe-object-event.ts';

const stored = {
  bucket: 'inbox',
  key: 'inbox/鹿城 区/年+报.docx',
  versionId: 'v1',
  sequencer: '0000000000000001',
  time: '2025-01-31T08:00:00.123Z',
};

test('a created object is told as EventBridge tells it, its key as it is', () => {
  const event = describeObjectEvent(
    { ...stored, eventName: 'Object Created', reason: 'PutObject', size: 5, etag: 'b1946ac92492d2347c6235b4d2611184' },
    'arn:aws:s3:::inbox',
  );
  expect(event).toEqual({
    version: '0',
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '000000000000',
    time: '2025-01-31T08:00:00Z',
    region: 'us-east-1',
    resources: ['arn:aws:s3:::inbox'],
    detail: {
      version: '0',
      bucket: { name: 'inbox' },
      object: {
        key: 'inbox/鹿城 区/年+报.docx',
        size: 5,
        etag: 'b1946ac92492d2347c6235b4d2611184',
        'version-id': 'v1',
        sequencer: '0000000000000001',
      },
      'request-id': expect.stringMatching(/^[\dA-F]{16}$/),
      requester: '000000000000',
      'source-ip-address': '127.0.0.1',
      reason: 'PutObject',
    },
  });
});

test('a deleted object has no size, and says how it was deleted', () => {
  const event = describeObjectEvent(
    { ...stored, eventName: 'Object Deleted', reason: 'DeleteObject', deletionType: 'Delete Marker Created' },
    'arn:aws:s3:::inbox',
  );
  expect(event).toMatchObject({
    'detail-type': 'Object Deleted',
    detail: { 'deletion-type': 'Delete Marker Created' },
  });
  expect(event.detail).not.toHaveProperty('object.size');
});
