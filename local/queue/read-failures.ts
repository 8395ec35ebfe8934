import * as z from 'zod';

const answerSchema = z
  .object({
    batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
  })
  .nullish();

/**
 * Which messages of a batch a function says it failed on, by the rules of `ReportBatchItemFailures`: an empty answer
 * means none; an answer that cannot be understood, or that names a message not in the batch, means all.
 */
export function readFailures(answer: unknown, batch: readonly string[]): ReadonlySet<string> {
  const all = new Set(batch);
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return all;
  const failed = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}
