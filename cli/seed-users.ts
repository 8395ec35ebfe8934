import { LOCAL_PRINCIPAL, type User } from '../records/user.ts';
import type { Stores } from './stores.ts';

/** Whom the page on one machine can be switched to. The local front takes `reviewer-a` where nobody was chosen. */
const LOCAL_USERS: Readonly<Record<string, Omit<User, 'principal'>>> = {
  reader: { name: '只读', role: 'reader', office: null },
  'reviewer-a': { name: '审核员甲', role: 'reviewer', office: null },
  'reviewer-b': { name: '审核员乙', role: 'reviewer', office: null },
  approver: { name: '审批人', role: 'approver', office: null },
  office: { name: '平潭综合实验区', role: 'office', office: '平潭综合实验区' },
};

/**
 * Let five people use the API of the cloud on this machine, one of each role and a second reviewer. Whoever is there
 * already is left as they are.
 */
export async function seedUsers({ users }: Pick<Stores, 'users'>): Promise<void> {
  for (const [id, user] of Object.entries(LOCAL_USERS)) {
    const principal = `${LOCAL_PRINCIPAL}${id}`;
    if (!(await users.find(principal))) await users.keep({ principal, ...user });
  }
}
