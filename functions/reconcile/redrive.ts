import type { RedriveDependencies } from '../dependencies.ts';
import type { Stranded } from './find-stranded.ts';
import { reopenUpload } from './reopen-upload.ts';

/**
 * Does with a stranded upload what is planned. The dead letter is deleted last: a crash before that leaves it to be
 * found once more, and then there is nothing left to do about it.
 * @param by who asked for it, for the ledger
 * @returns false where nothing was to be done, or somebody else has done it
 */
export async function redrive(
  { upload, entry, letter, plan }: Stranded,
  by: string,
  deps: RedriveDependencies,
): Promise<boolean> {
  if (plan === 'leave') return false;
  if (plan === 'reopen' && entry && !(await reopenUpload(entry, { did: 'redrive', by }, deps))) return false;
  if (plan === 'resend' && letter) await deps.queue.resend(letter.body);
  if (letter) await deps.deadLetters.delete(letter);
  return upload !== undefined;
}
