import { userInfo } from 'node:os';
import { Option } from 'commander';

/** Who asks for it: the ledger keeps the name. */
export const byOption = () =>
  new Option('--by <name>', '操作人，记入台账 who asks for it, kept in the ledger').default(userInfo().username);
