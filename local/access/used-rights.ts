import type { FunctionWiring } from '../template/wiring.ts';
import type { Demand } from './decide.ts';
import { fits } from './fits.ts';
import type { Statement } from './statement.ts';

/** One action on one resource that a role allows, as the template has it. */
export interface RightUse {
  readonly functionName: string;
  readonly action: string;
  readonly resource: string;
  readonly used: boolean;
}

/** Which rights were of use; it grows with the template and not with the requests. */
export class UsedRights {
  readonly #used = new Map<Statement, Set<string>>();

  note(statement: Statement, { action, resource }: Demand): void {
    const used = this.#used.get(statement) ?? new Set<string>();
    this.#used.set(statement, used);
    for (const one of statement.Action ?? []) {
      if (!fits(one.toLowerCase(), action.toLowerCase())) continue;
      for (const other of statement.Resource ?? []) if (fits(other, resource)) used.add(`${one} ${other}`);
    }
  }

  has(statement: Statement, action: string, resource: string): boolean {
    return this.#used.get(statement)?.has(`${action} ${resource}`) ?? false;
  }
}

export function listRights({ name, rights }: FunctionWiring, used: UsedRights): RightUse[] {
  return rights.flatMap((statement) =>
    (statement.Action ?? []).flatMap((action) =>
      (statement.Resource ?? []).map((resource) => ({
        functionName: name,
        action,
        resource,
        used: used.has(statement, action, resource),
      })),
    ),
  );
}
