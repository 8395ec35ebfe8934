import * as z from 'zod';
import type { UploadRef } from '../../records/keys.ts';
import type { Removal } from '../../records/ledger.ts';

/** What a queue message tells of the inbox. */
export type InboxEvent =
  | { readonly kind: 'created'; readonly upload: UploadRef }
  /** `hidden`: the version is the delete marker's own. `gone`: that of the object, or of a marker, that was deleted. */
  | { readonly kind: 'removed'; readonly upload: UploadRef; readonly removal: Removal; readonly at: string };

const place = { bucket: z.object({ name: z.string() }) };
const object = z.object({ key: z.string(), 'version-id': z.string() });

/** EventBridge's events: the key stands as it is. */
const eventBridgeEvent = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.literal('Object Created'), detail: z.object({ ...place, object }) }),
  z.object({
    'detail-type': z.literal('Object Deleted'),
    time: z.string(),
    detail: z.object({
      ...place,
      object,
      'deletion-type': z.enum(['Delete Marker Created', 'Permanently Deleted']),
    }),
  }),
]);

/** S3's own notification: the key is encoded as in a form, with `+` for a space. */
const s3Notification = z.object({
  Records: z.tuple([
    z.object({
      eventName: z.string(),
      eventTime: z.string().optional(),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string(), versionId: z.string() }),
      }),
    }),
  ]),
});

/**
 * What a queue message tells, in either encoding.
 * @throws ZodError when the message is neither: somebody else wrote to the queue
 */
export function readUploadEvent(body: string): InboxEvent {
  const event: unknown = JSON.parse(body);
  if (event !== null && typeof event === 'object' && 'Records' in event) return readNotification(event);
  const read = eventBridgeEvent.parse(event);
  const { bucket, object } = read.detail;
  const upload = { bucket: bucket.name, key: object.key, versionId: object['version-id'] };
  if (read['detail-type'] === 'Object Created') return { kind: 'created', upload };
  const isMarker = read.detail['deletion-type'] === 'Delete Marker Created';
  return { kind: 'removed', upload, removal: isMarker ? 'hidden' : 'gone', at: inFull(read.time) };
}

function readNotification(event: unknown): InboxEvent {
  const [{ s3, eventName, eventTime }] = s3Notification.parse(event).Records;
  const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
  const upload = { bucket: s3.bucket.name, key, versionId: s3.object.versionId };
  if (eventName.startsWith('ObjectCreated:')) return { kind: 'created', upload };
  const isMarker = eventName === 'ObjectRemoved:DeleteMarkerCreated';
  if (!isMarker && eventName !== 'ObjectRemoved:Delete') throw new Error(`No event of an upload: ${eventName}`);
  return { kind: 'removed', upload, removal: isMarker ? 'hidden' : 'gone', at: inFull(z.string().parse(eventTime)) };
}

/** Times of events have no milliseconds, ours always: as texts they would not compare. */
const inFull = (time: string) => new Date(time).toISOString();
