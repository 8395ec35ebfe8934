import * as z from 'zod';
import { findingSchema, notEvaluableSchema } from '../checks/finding-schema.ts';
import { TABLE_IDS } from '../forms/catalogue.ts';
import { figureSchema } from '../parsers/figures/figure-schema.ts';
import { IDENTITY_SOURCES } from '../parsers/figures/identity.ts';
import { proseSchema } from '../parsers/prose/prose-schema.ts';
import { LEFTOVERS } from '../parsers/tables/find-leftovers.ts';
import { REPORT_SCHEMA } from './versions.ts';

/** Why a report that could be read is not accepted as it stands. */
export const REVIEW_REASONS = {
  'identity-unknown': { zh: '未能确定机关或年度', en: 'body or fiscal year could not be told' },
  'identity-disagrees': { zh: '文中各处的机关或年度不一致', en: 'the document names different bodies or fiscal years' },
  'other-document': {
    zh: '标题像是解读或函件，而不是年度报告',
    en: 'the title is that of an interpretation or a letter',
  },
  'figures-missing': { zh: '有数字未找到', en: 'figures were not found' },
  'figures-unreadable': { zh: '有单元格无法读作数字', en: 'cells cannot be read as numbers' },
  'figures-doubtful': { zh: '有单元格读取存疑', en: 'cells were read with doubt' },
  'error-findings': { zh: '有错误级问题', en: 'findings of severity error stand' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type ReviewReason = keyof typeof REVIEW_REASONS;
const reviewReason = z.enum(Object.keys(REVIEW_REASONS) as [ReviewReason, ...ReviewReason[]]);

const evidenceOf = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, source: z.enum(IDENTITY_SOURCES), text: z.string() }));

const formId = z.enum(['2019', '2021']);

const fittingNote = z.union([
  z.object({ code: z.enum(['unexpected-row', 'unexpected-column']), label: z.string() }),
  z.object({ code: z.literal('row-twice'), label: z.string(), row: z.string() }),
  z.object({ code: z.enum(['table-twice', 'outside-section']) }),
]);

/** A second reading as it is kept: value by figure id. */
export const secondReadingSchema = z.record(z.string(), z.number());

/** One reading of one report: what is kept of it, immutable once published. Money in yuan. */
export const reportRecordSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  outcome: z.enum(['accepted', 'needs-review']),
  reviewReasons: z.array(reviewReason),
  body: z.string().nullable().describe('the public body as its title names it'),
  year: z.int().nullable().describe('fiscal year'),
  identity: z
    .object({ body: evidenceOf(z.string()), year: evidenceOf(z.int()) })
    .describe('where body and year were read, the strongest evidence first'),
  forms: z.object({ t2: formId, t3: formId, t4: formId }).describe('the form of each statutory table'),
  figures: z.record(z.string(), figureSchema).describe('every figure of the forms, by figure id'),
  findings: z.array(findingSchema),
  notEvaluable: z.array(notEvaluableSchema),
  held: z.record(z.string(), z.int()).describe('how many scopes hold, by rule'),
  notApplicable: z.array(z.string()).describe('ids of rules that do not apply to this report'),
  sections: z.array(z.string()).describe('ids of the statutory sections found'),
  tables: z
    .array(z.object({ table: z.enum(TABLE_IDS), form: formId, notes: z.array(fittingNote) }))
    .describe('the statutory tables found, and what in them is not in the form'),
  leftovers: z.array(z.enum(LEFTOVERS)).describe('what was left unread and may hold what was not found'),
  prose: proseSchema.describe('what the sentences say in numbers'),
  again: secondReadingSchema.optional().describe('what a second reading found, by figure id; only where one was taken'),
  notes: z.array(z.object({ code: z.string(), table: z.string().optional(), detail: z.string().optional() })),
  publishedOn: z.string().nullable().describe('ISO date of publication, where the sender told it'),
  source: z.object({ sha256: z.string(), bytes: z.int(), fileName: z.string(), format: z.enum(['docx', 'pdf']) }),
  versions: z.object({ parser: z.string(), forms: z.string(), rules: z.string() }),
});

export type ReportRecord = z.infer<typeof reportRecordSchema>;
