/** A refusal that the client is told about, in the shape of the AWS JSON protocol. */
export class ServiceError extends Error {
  /** The shape's name, which becomes the class that the client throws. */
  readonly type: string;
  readonly status: number;
  /** Further fields of the answer's body. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The code that the queue service sends beside it, for clients of its former protocol. */
  readonly queryCode: string | undefined;

  constructor(
    type: string,
    message: string,
    more: { status?: number; queryCode?: string; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.type = type;
    this.status = more.status ?? 400;
    this.queryCode = more.queryCode;
    this.details = more.details ?? {};
  }
}
