import type * as z from 'zod';
import type { OPERATIONS, OperationId } from '../../records/contract/api/operations.ts';
import type { Problem } from '../../records/contract/api/problem.ts';

type Operations = typeof OPERATIONS;
type Answer<Id extends OperationId> = Operations[Id]['answer'] extends z.ZodType<infer Shape> ? Shape : never;
type Body<Id extends OperationId> = Operations[Id] extends { body: infer Schema }
  ? Schema extends z.ZodType
    ? z.input<Schema>
    : never
  : undefined;

/** What the page asks for, by the contract's paths: another path does not compile. */
const PATHS = {
  getMe: '/me',
  listRules: '/rules',
  listDivisions: '/divisions',
  listReports: '/reports',
  listFindings: '/findings',
  getReport: '/reports/{body}/{year}',
  getDocument: '/reports/{body}/{year}/document',
  getDiff: '/reports/{body}/{year}/diff',
  getYears: '/bodies/{body}/years',
  decide: '/decisions',
  decideMany: '/decisions/bulk',
  assign: '/assignments',
  overlay: '/overlays',
  listDecisions: '/decisions',
  listMissing: '/roster/missing',
  getStatistics: '/statistics',
  listLetters: '/letters',
  writeLetters: '/letters',
  readLetter: '/letters/{id}/content',
  getSource: '/sources/{sha256}',
  startUpload: '/uploads',
  getUpload: '/uploads/{id}',
} as const satisfies Partial<{ [Id in OperationId]: Operations[Id]['path'] }>;
export type Asked = keyof typeof PATHS;

export const API = '/api/v1';

interface Asking<Id extends Asked> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams | Readonly<Record<string, string>>;
  readonly body?: Body<Id>;
  readonly signal?: AbortSignal;
}

/** A request that was not done, with the server's sentence in both languages where it gave one. */
export class Refused extends Error {
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(`The API answered ${status}`);
    this.problem = problem;
  }
}

/**
 * Ask the API; what has a body is posted under a key of its own, so that a repeat is done once.
 * @throws Refused
 */
export async function askApi<Id extends Asked>(id: Id, asking: Asking<Id> = {}): Promise<Answer<Id>> {
  const { path = {}, query = {}, body, signal } = asking;
  const below = PATHS[id].replaceAll(/\{(?<name>\w+)\}/gu, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = new URLSearchParams(query).toString();
  const response = await fetch(`${API}${below}${asked === '' ? '' : `?${asked}`}`, {
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        }),
  });
  if (response.ok) return await response.json();
  throw new Refused(response.status, await response.json().catch(() => undefined));
}
