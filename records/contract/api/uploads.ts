import * as z from 'zod';
import { messageSchema } from '../../../checks/finding-schema.ts';
import { settlementSchema } from '../../ledger.ts';

export const uploadRequestSchema = z.object({
  office: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[^/\\]+$/u)
    .describe('the office that hands it in'),
  fileName: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{Cc}]+\.(?:docx?|pdf)$/iu),
  bytes: z.int().min(1),
  publishedOn: z.iso.date().optional().describe('when the body published the report'),
});

export const uploadTicketSchema = z.object({
  id: z.string().describe('to ask for its stages by'),
  put: z.object({
    url: z.string().describe('presigned: PUT the bytes there within the time given'),
    headers: z.record(z.string(), z.string()).describe('to be sent exactly so'),
    expires: z.string().describe('ISO time'),
  }),
});
export type UploadTicket = z.infer<typeof uploadTicketSchema>;

/** How far an upload is. */
export const uploadStatusSchema = z.object({
  id: z.string(),
  stage: z.enum(['awaited', 'received', 'reading', 'settled']),
  fileName: z.string(),
  settlement: settlementSchema
    .pick({ outcome: true, code: true, sha256: true, body: true, year: true, bodyKey: true, revision: true })
    .extend({
      message: messageSchema.nullable(),
      duplicateOf: z.string().nullable().describe('file name of the first'),
    })
    .nullable(),
});
export type UploadStatus = z.infer<typeof uploadStatusSchema>;
