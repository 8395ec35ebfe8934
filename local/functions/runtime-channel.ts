import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly deadline: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: Error) => void;
}

const errorSchema = z.object({ errorType: z.string(), errorMessage: z.string() });

/** A reported error in one line; its stack is in the function's log. */
function summarize(report: string): string {
  const { errorType, errorMessage } = errorSchema.parse(JSON.parse(report));
  return `${errorType}: ${errorMessage}`;
}

/** The conversation with one function process: one event at a time, answered once. */
export class RuntimeChannel {
  readonly #functionArn: string;
  #waiting: ServerResponse | undefined;
  #current: Invocation | undefined;

  constructor(functionArn: string) {
    this.#functionArn = functionArn;
  }

  /**
   * Give the process an event.
   * @returns what the handler answered
   * @throws Error with the handler's own fault, or with the reason given to `fail`
   */
  invoke(event: unknown, timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#current = { id: randomUUID(), event, deadline: Date.now() + timeoutMs, resolve, reject };
      this.#hand();
    });
  }

  /** The process asks for its next event; it gets it when there is one. */
  requestNext(response: ServerResponse): void {
    this.#waiting = response;
    this.#hand();
  }

  /** The process reports: `invocation/<id>/response`, `invocation/<id>/error` or `init/error`. */
  finish(what: string, body: string): void {
    if (what === 'init/error') this.fail(new Error(`The function could not start: ${summarize(body)}`));
    const current = this.#current;
    if (!current) return;
    if (what === `invocation/${current.id}/response`) {
      this.#current = undefined;
      current.resolve(JSON.parse(body));
    }
    if (what === `invocation/${current.id}/error`) this.fail(new Error(`The function failed: ${summarize(body)}`));
  }

  /** End the present invocation, if there is one, with a fault. */
  fail(fault: Error): void {
    const current = this.#current;
    this.#current = undefined;
    current?.reject(fault);
  }

  #hand(): void {
    const [response, current] = [this.#waiting, this.#current];
    if (!response || !current) return;
    this.#waiting = undefined;
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': current.id,
      'lambda-runtime-deadline-ms': String(current.deadline),
      'lambda-runtime-invoked-function-arn': this.#functionArn,
    });
    response.end(JSON.stringify(current.event));
  }
}
