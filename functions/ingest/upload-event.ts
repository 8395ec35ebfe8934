import * as z from 'zod';
import type { UploadRef } from '../../records/keys.ts';

/** EventBridge's event: the key stands as it is. */
const eventBridgeEvent = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), 'version-id': z.string() }),
  }),
});

/** S3's own notification: the key is encoded as in a form, with `+` for a space. */
const s3Notification = z.object({
  Records: z.tuple([
    z.object({
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string(), versionId: z.string() }),
      }),
    }),
  ]),
});

/**
 * The upload that a queue message tells of, in either encoding.
 * @throws ZodError when the message is neither: somebody else wrote to the queue
 */
export function readUploadEvent(body: string): UploadRef {
  const event: unknown = JSON.parse(body);
  const direct = eventBridgeEvent.safeParse(event);
  if (direct.success) {
    const { bucket, object } = direct.data.detail;
    return { bucket: bucket.name, key: object.key, versionId: object['version-id'] };
  }
  const [record] = s3Notification.parse(event).Records;
  const { bucket, object } = record.s3;
  return { bucket: bucket.name, key: decodeURIComponent(object.key.replaceAll('+', ' ')), versionId: object.versionId };
}
