import { listFindings, listReports } from '../../review/list-queue.ts';
import type { Performing } from '../call.ts';

export const QUEUE: Performing<'listReports' | 'listFindings'> = {
  listReports: ({ query, sight }, { queue }) => listReports(query, sight, queue),
  listFindings: ({ query, sight }, { queue }) => listFindings(query, sight, queue),
};
