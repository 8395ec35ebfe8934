import type { SQSRecord } from 'aws-lambda';
import type { IngestDependencies } from '../dependencies.ts';
import { ingestUpload } from './ingest-upload.ts';
import { noteRemoval } from './note-removal.ts';
import { readUploadEvent } from './upload-event.ts';

/**
 * Handles one delivery. A fault goes back to the queue; the last delivery before the queue gives up leaves `failed`
 * in the ledger, so that no upload ends without an entry. Of a removal that could not be noted the reconciler takes care.
 */
export async function processMessage(
  message: Pick<SQSRecord, 'body' | 'messageId' | 'attributes'>,
  maxReceiveCount: number,
  deps: IngestDependencies,
): Promise<void> {
  const event = readUploadEvent(message.body);
  const receiveCount = Number(message.attributes.ApproximateReceiveCount);
  try {
    if (event.kind === 'removed') await noteRemoval(event, deps);
    else await ingestUpload(event.upload, receiveCount >= maxReceiveCount, deps);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    deps.log.error('delivery-failed', { ...event.upload, messageId: message.messageId, receiveCount, reason });
    throw error;
  }
}
