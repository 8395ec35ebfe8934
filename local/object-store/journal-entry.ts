import * as z from 'zod';
import { ALGORITHMS } from './checksum.ts';

const checksumSchema = z.object({
  algorithm: z.enum(ALGORITHMS),
  value: z.string(),
  type: z.enum(['FULL_OBJECT', 'COMPOSITE']),
});

const headersSchema = z.record(z.string(), z.string());
const identified = { versionId: z.string(), seq: z.number(), modified: z.string() };

const objectSchema = z.object({
  kind: z.literal('object'),
  ...identified,
  file: z.string(),
  size: z.number(),
  etag: z.string(),
  /** Of the bytes; the ETag of a multipart object is something else. */
  md5: z.string(),
  headers: headersSchema,
  checksum: checksumSchema.optional(),
});

const markerSchema = z.object({ kind: z.literal('marker'), ...identified });

const partSchema = z.object({
  file: z.string(),
  size: z.number(),
  md5: z.string(),
  checksum: checksumSchema.optional(),
  modified: z.string(),
});

const uploadSchema = z.object({
  key: z.string(),
  headers: headersSchema,
  checksum: checksumSchema.omit({ value: true }).optional(),
});

const statusSchema = z.enum(['Enabled', 'Suspended']);

/** One line of a bucket's journal. `bucket` is always the first. */
export const entrySchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('bucket'), created: z.string(), seq: z.number(), versioning: statusSchema.optional() }),
  z.object({ op: z.literal('versioning'), status: statusSchema }),
  z.object({
    op: z.literal('put'),
    key: z.string(),
    version: z.discriminatedUnion('kind', [objectSchema, markerSchema]),
    /** The multipart upload that this completes. */
    uploadId: z.string().optional(),
  }),
  z.object({ op: z.literal('remove'), key: z.string(), versionId: z.string(), seq: z.number() }),
  z.object({ op: z.literal('upload'), uploadId: z.string(), upload: uploadSchema }),
  z.object({ op: z.literal('part'), uploadId: z.string(), number: z.number(), part: partSchema }),
  z.object({ op: z.literal('abort'), uploadId: z.string() }),
]);

export type Entry = z.infer<typeof entrySchema>;
export type StoredChecksum = z.infer<typeof checksumSchema>;
export type ObjectVersion = z.infer<typeof objectSchema>;
export type DeleteMarker = z.infer<typeof markerSchema>;
export type Version = ObjectVersion | DeleteMarker;
export type Part = z.infer<typeof partSchema>;
export type VersioningStatus = z.infer<typeof statusSchema>;
export type Upload = z.infer<typeof uploadSchema> & { parts: Map<number, Part> };
