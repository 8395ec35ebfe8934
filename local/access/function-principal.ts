import { LOCAL } from '../template/physical-names.ts';
import type { FunctionWiring } from '../template/wiring.ts';
import type { Principal } from './decide.ts';

/** A function as it is known to the services: a session of its role. */
export function functionPrincipal({ name, role, rights }: FunctionWiring): Principal {
  const roleName = role.arn.split('/').at(-1);
  const arn = `arn:${LOCAL.partition}:sts::${LOCAL.account}:assumed-role/${roleName}/${name}`;
  return { arn, roleArn: role.arn, statements: rights, tags: {} };
}
