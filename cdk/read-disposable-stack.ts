import { readFileSync } from 'node:fs';
import * as z from 'zod';

const outputsSchema = z.object({ Stage: z.string(), InboxBucket: z.string(), EvidenceBucket: z.string() });
const fileSchema = z.record(z.string(), z.unknown());

/**
 * The buckets of a stack that may be thrown away, from the file that `cdk deploy --outputs-file` wrote.
 * @throws Error when the file tells of no stack of ours, or of one that is not a development stack
 */
export function readDisposableStack(file: string): string[] {
  const stacks = Object.values(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  const [outputs] = stacks.flatMap((stack) => outputsSchema.safeParse(stack).data ?? []);
  if (!outputs) throw new Error(`${file} tells of no stack of gouji`);
  if (outputs.Stage !== 'development') throw new Error(`This is a ${outputs.Stage} stack: its reports are not deleted`);
  return [outputs.InboxBucket, outputs.EvidenceBucket];
}
