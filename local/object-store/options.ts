import type { StoreEvent } from './events.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** What a request wants to do, in the words of an IAM policy. */
export interface AccessRequest {
  accessKeyId: string | undefined;
  /** `s3:PutObject`, `s3:ListBucket` … */
  action: string;
  /** '' for what concerns no bucket. */
  bucket: string;
  /** '' for what concerns no object. */
  key: string;
  /** Of what is listed, where the request says so. */
  prefix: string | undefined;
}

/** What pages of other origins may do in a bucket. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  /** Names; `*` at the end stands for any rest. */
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
}

export interface ObjectStoreOptions {
  /** Everything lives under this directory, which one process at a time may open. */
  directory: string;
  /** Default 127.0.0.1; any address that is not loopback needs `allowRemote`. */
  host?: string;
  /** Default 0, a free port. */
  port?: number;
  allowRemote?: boolean;
  region?: string;
  /** With credentials every request must be signed with one of them; without, signatures are not looked at. */
  credentials?: Credentials | readonly Credentials[] | undefined;
  /** Asked once for each action a request needs; `false` is AccessDenied. */
  authorize?: (request: AccessRequest) => boolean;
  /** The rule of a bucket for pages of other origins; without one no such page reads an answer. */
  cors?: (bucket: string) => CorsRule | undefined;
  /** Called when a change is durable, before the response; a rejection answers 500 and the change stands. */
  onEvent?: (event: StoreEvent) => void | Promise<void>;
  /** Bytes of a put, a part or a completed upload. Default 5 GiB. */
  maxObjectSize?: number;
  now?: () => Date;
  /** Faults that the client only sees as InternalError. Default: console.error. */
  onFault?: (fault: unknown) => void;
}

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_REGION = 'us-east-1';
export const DEFAULT_MAX_OBJECT_SIZE = 5 * 1024 ** 3;
