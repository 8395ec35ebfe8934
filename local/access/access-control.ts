import { randomBytes } from 'node:crypto';
import { LOCAL } from '../template/physical-names.ts';
import type { FunctionWiring, PolicyWiring } from '../template/wiring.ts';
import { accessKeyOf } from './access-key.ts';
import { type Demand, decide, type Principal } from './decide.ts';
import { functionPrincipal } from './function-principal.ts';
import type { Statement } from './statement.ts';
import { listRights, type RightUse, UsedRights } from './used-rights.ts';

interface Rules {
  readonly functions: readonly FunctionWiring[];
  readonly policies: readonly PolicyWiring[];
  readonly resourcePolicies: readonly Statement[];
}

/** A demand of a function that its role does not allow: a right that the stack forgot. */
export interface Refusal extends Demand {
  readonly functionName: string;
  readonly roleArn: string;
}

/** What somebody who signs as a principal of the template is to use. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * Holds every function to what its role allows, so that a right forgotten in the stack is missed here and not first in
 * AWS; and whoever acts by a policy of the template to that policy. Anyone else on this machine may do anything.
 */
export class AccessControl {
  readonly #rules: Rules;
  readonly #functions: ReadonlyMap<string, FunctionWiring>;
  readonly #principals = new Map<string, Principal>();
  readonly #used = new UsedRights();
  readonly #onRefusal: (refusal: Refusal) => void;

  constructor(rules: Rules, onRefusal: (refusal: Refusal) => void) {
    this.#rules = rules;
    this.#onRefusal = onRefusal;
    this.#functions = new Map(rules.functions.map((one) => [accessKeyOf(one), one]));
    for (const [key, one] of this.#functions) this.#principals.set(key, functionPrincipal(one));
  }

  /** Whether whoever signs with this key is held to anything. */
  isHeld(accessKeyId: string | undefined): boolean {
    return this.#principals.has(accessKeyId ?? '');
  }

  /** @returns undefined when it may be done, else a sentence as AWS words it */
  refusalOf(accessKeyId: string | undefined, demand: Demand): string | undefined {
    const who = this.#principals.get(accessKeyId ?? '');
    if (!who) return undefined;
    const verdict = decide(demand, who, this.#rules.resourcePolicies);
    if (verdict.allowed) {
      this.#used.note(verdict.by, demand);
      return undefined;
    }
    const asking = this.#functions.get(accessKeyId ?? '');
    if (asking) this.#onRefusal({ ...demand, functionName: asking.name, roleArn: asking.role.arn });
    const { action, resource } = demand;
    return `User: ${who.arn} is not authorized to perform: ${action} on resource: ${resource} ${verdict.reason}`;
  }

  /**
   * Let somebody act by a managed policy of the template.
   * @param policy its name or a part of it
   * @param tags of the session, as `aws:PrincipalTag/…`
   */
  actAs(policy: string, tags: Readonly<Record<string, string>> = {}): SessionCredentials {
    const found = this.#rules.policies.find(({ name }) => name.includes(policy));
    if (!found) throw new Error(`The template has no managed policy ${policy}`);
    const accessKeyId = `SESSION${randomBytes(8).toString('hex').toUpperCase()}`;
    const arn = `arn:${LOCAL.partition}:sts::${LOCAL.account}:assumed-role/local/${accessKeyId}`;
    this.#principals.set(accessKeyId, { arn, roleArn: undefined, statements: found.statements, tags });
    return { accessKeyId, secretAccessKey: 'local' };
  }

  /** Lambda itself does this with the rights of a function. */
  askFor(wiring: FunctionWiring, demand: Demand): void {
    this.refusalOf(accessKeyOf(wiring), demand);
  }

  /** Each right of each function's role, and whether it was of use so far. */
  rights(): RightUse[] {
    return this.#rules.functions.flatMap((one) => listRights(one, this.#used));
  }
}
