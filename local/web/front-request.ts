/** A request to the API, as it came in. */
export interface FrontRequest {
  readonly method: string;
  /** Encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** What goes back. */
export interface FrontAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** Whatever answers requests to the API. */
export type AnswerApi = (request: FrontRequest) => Promise<FrontAnswer>;
