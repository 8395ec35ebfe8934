import { randomUUID } from 'node:crypto';
import type { StoreEvent } from '../object-store/events.ts';
import { LOCAL } from '../template/physical-names.ts';
import type { BusEvent } from './event-buses.ts';

/**
 * The event that S3 sends to EventBridge for a change in a bucket. The key is as it is, never URL-encoded.
 * Structure: Amazon S3 User Guide, "EventBridge event message structure".
 */
export function describeObjectEvent(event: StoreEvent, bucketArn: string): BusEvent {
  const { bucket, key, versionId, sequencer, time, reason } = event;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': event.eventName,
    source: 'aws.s3',
    account: LOCAL.account,
    time: time.replace(/\.\d+Z$/, 'Z'),
    region: LOCAL.region,
    resources: [bucketArn],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        ...(event.eventName === 'Object Created' && { size: event.size, etag: event.etag }),
        ...(versionId !== undefined && { 'version-id': versionId }),
        sequencer,
      },
      'request-id': randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
      requester: LOCAL.account,
      'source-ip-address': '127.0.0.1',
      reason,
      ...(event.eventName === 'Object Deleted' && { 'deletion-type': event.deletionType }),
    },
  };
}
