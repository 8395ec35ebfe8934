/** One file as it was uploaded. */
export interface Upload {
  readonly bytes: Uint8Array;
  /** Hex digest of the bytes. */
  readonly sha256: string;
  /** Name of the file, which may tell body and year where the content does not. */
  readonly fileName: string;
  /** ISO date on which the body published the report, where the sender told it. */
  readonly publishedOn?: string | undefined;
}
