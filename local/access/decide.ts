import { type Context, fillIn, fits } from './fits.ts';
import { holds } from './holds.ts';
import type { Statement } from './statement.ts';

/** What somebody wants to do, in the words of a policy. */
export interface Demand {
  /** `dynamodb:PutItem` … */
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
  /** Condition keys of this demand alone, in lower case. */
  readonly context?: Context;
}

/** Who wants it. */
export interface Principal {
  /** As a role's session it is `arn:aws:sts::…:assumed-role/…`. */
  readonly arn: string;
  /** Its role, where it has one. */
  readonly roleArn: string | undefined;
  readonly statements: readonly Statement[];
  /** By name. */
  readonly tags: Readonly<Record<string, string>>;
}

export type Verdict =
  | { readonly allowed: true; readonly by: Statement }
  | { readonly allowed: false; readonly reason: string };

/** What holds for every request to this machine: it leaves no wire, so it is as safe as TLS. */
const HERE: readonly [string, readonly string[]][] = [
  ['aws:securetransport', ['true']],
  ['s3:tlsversion', ['1.3']],
];

/**
 * Decide as IAM does within one account: a denial anywhere wins, then an allowance anywhere, else it is denied.
 * @param resourcePolicies those of buckets and queues
 */
export function decide(demand: Demand, who: Principal, resourcePolicies: readonly Statement[]): Verdict {
  const context: Context = new Map([
    ...HERE,
    ['aws:principalarn', [who.roleArn ?? who.arn]],
    ...Object.entries(who.tags).map(([name, value]): [string, string[]] => [
      `aws:principaltag/${name.toLowerCase()}`,
      [value],
    ]),
    ...(demand.context ?? []),
  ]);
  const ofResources = resourcePolicies.filter((statement) => names(statement, who));
  const applying = [...who.statements, ...ofResources].filter((statement) => applies(statement, demand, context));
  const denied = applying.find(({ Effect }) => Effect === 'Deny');
  if (denied) {
    const kind = ofResources.includes(denied) ? 'a resource-based' : 'an identity-based';
    return { allowed: false, reason: `with an explicit deny in ${kind} policy` };
  }
  const [by] = applying;
  if (by) return { allowed: true, by };
  return { allowed: false, reason: `because no identity-based policy allows the ${demand.action} action` };
}

function applies(statement: Statement, { action, resource }: Demand, context: Context): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const isAction = (pattern: string) => fits(pattern.toLowerCase(), action.toLowerCase());
  const isResource = (pattern: string) => {
    const filled = fillIn(pattern, context);
    return filled !== undefined && fits(filled, resource);
  };
  return (
    (Action ? Action.some(isAction) : !NotAction?.some(isAction)) &&
    (Resource?.some(isResource) ?? !NotResource?.some(isResource)) &&
    holds(Condition, context)
  );
}

/** Whether a resource's policy speaks of somebody. Of the account as a whole it says nothing that allows. */
function names({ Principal: principal }: Statement, { arn, roleArn }: Principal): boolean {
  if (principal === undefined) return false;
  const named = principal === '*' ? ['*'] : (principal.AWS ?? []);
  return named.some((one) => one === '*' || one === arn || one === roleArn);
}
