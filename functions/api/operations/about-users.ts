import { OPERATIONS, type Operation } from '../../../records/contract/api/operations.ts';
import { LOCAL_PRINCIPAL } from '../../../records/user.ts';
import type { Performing } from '../call.ts';

export const ABOUT_USERS: Performing<'getMe'> = {
  async getMe({ user }, { users }) {
    const { name, role, office, principal } = user;
    const operations: [string, Operation][] = Object.entries(OPERATIONS);
    const may = operations.filter(([, { access }]) => access[role] !== undefined).map(([id]) => id);
    const isLocal = principal.startsWith(LOCAL_PRINCIPAL);
    const others = isLocal ? (await users.all()).filter((other) => other.principal.startsWith(LOCAL_PRINCIPAL)) : [];
    return {
      name,
      role,
      office,
      may,
      others: others.map((other) => ({
        id: other.principal.slice(LOCAL_PRINCIPAL.length),
        name: other.name,
        role: other.role,
      })),
    };
  },
};
