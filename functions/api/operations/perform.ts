import type { OperationId } from '../../../records/contract/api/operations.ts';
import type { Performing } from '../call.ts';
import { ABOUT_USERS } from './about-users.ts';
import { DECISIONS } from './decisions.ts';
import { LETTERS } from './letters.ts';
import { OVERVIEW } from './overview.ts';
import { QUEUE } from './queue.ts';
import { REPORTS } from './reports.ts';
import { UPLOADS } from './uploads.ts';

/** What does each operation of the contract; one that nobody does would not compile. */
export const PERFORM: Performing<OperationId> = {
  ...ABOUT_USERS,
  ...QUEUE,
  ...REPORTS,
  ...DECISIONS,
  ...UPLOADS,
  ...OVERVIEW,
  ...LETTERS,
};
