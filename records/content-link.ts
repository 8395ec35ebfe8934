import * as z from 'zod';

/** Which upload brought these bytes first, and what became of them. */
export const contentLinkSchema = z.object({
  upload: z.object({ bucket: z.string(), key: z.string(), versionId: z.string() }),
  report: z.object({ bodyKey: z.string(), year: z.int().nullable() }),
  body: z.string().nullable(),
  revision: z.string(),
  outcome: z.enum(['accepted', 'needs-review']),
});
export type ContentLink = z.infer<typeof contentLinkSchema>;
