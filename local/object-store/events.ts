interface EventBase {
  bucket: string;
  key: string;
  /** Absent in a bucket that was never versioned. */
  versionId: string | undefined;
  /** Hexadecimal, of fixed length: of two events of one key the later has the greater. */
  sequencer: string;
  /** ISO 8601, UTC. */
  time: string;
}

export interface ObjectCreated extends EventBase {
  eventName: 'Object Created';
  reason: 'PutObject' | 'CompleteMultipartUpload' | 'CopyObject';
  size: number;
  /** Without quotes. */
  etag: string;
}

export interface ObjectDeleted extends EventBase {
  eventName: 'Object Deleted';
  reason: 'DeleteObject';
  deletionType: 'Delete Marker Created' | 'Permanently Deleted';
}

/** What the store tells its caller; enough for an EventBridge `aws.s3` event. */
export type StoreEvent = ObjectCreated | ObjectDeleted;

export function sequencerOf(seq: number): string {
  return seq.toString(16).toUpperCase().padStart(16, '0');
}
