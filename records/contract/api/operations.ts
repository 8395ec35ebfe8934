import * as z from 'zod';
import { reportEventSchema } from '../report-event.ts';
import {
  auditLineSchema,
  decisionRequestSchema,
  decisionResultSchema,
  decisionStateSchema,
  reportRefSchema,
} from './decisions.ts';
import { filterSchema, findingsAnswerSchema, pageSchema, reportsAnswerSchema } from './findings.ts';
import {
  divisionsAnswerSchema,
  letterContentSchema,
  letterSchema,
  meSchema,
  missingAnswerSchema,
  rosterBodySchema,
  ruleAnswerSchema,
  statisticsAnswerSchema,
} from './overview.ts';
import {
  diffAnswerSchema,
  documentAnswerSchema,
  overlaySchema,
  reportAnswerSchema,
  yearsAnswerSchema,
} from './reports.ts';
import { ACCESS, type Access } from './roles.ts';
import { uploadRequestSchema, uploadStatusSchema, uploadTicketSchema } from './uploads.ts';

/** Raised when an operation changes in a way that an old client must know; the old path stays beside the new one. */
export const API_VERSION = 'v1';

/** One operation of the API: what the code routes by, who may use it, and what docs/openapi.json says of it. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`; parameters as `{name}`, each percent-encoded. */
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** It takes an `Idempotency-Key`: the same request under the same key is done once. */
  readonly isDoneOnce?: true;
  /** The answer's shape, or the media types of a file. */
  readonly answer: z.ZodType | { readonly files: Readonly<Record<string, string>> };
}

const { everybody, staff, reviewers, approvers, senders } = ACCESS;
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('cursor of what follows; null at the end') });
const year = z.coerce.number().int().min(2000).max(2100);

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Every operation. A role that `access` does not name is refused; so is a path that is not here. */
export const OPERATIONS = {
  getMe: {
    method: 'GET',
    path: '/me',
    access: everybody,
    summary: { zh: '当前用户及其权限', en: 'who asks, and what they may do' },
    answer: meSchema,
  },
  listRules: {
    method: 'GET',
    path: '/rules',
    access: everybody,
    summary: { zh: '规则目录', en: 'the rule catalogue' },
    answer: z.object({ version: z.string(), items: z.array(ruleAnswerSchema) }),
  },
  listDivisions: {
    method: 'GET',
    path: '/divisions',
    access: everybody,
    summary: {
      zh: '一个年度（不指明的，各年度）报告所在的行政区划',
      en: 'the divisions that reports of a year, or of any, lie in, with those above them',
    },
    query: z.object({ year: year.optional() }),
    answer: divisionsAnswerSchema,
  },
  listReports: {
    method: 'GET',
    path: '/reports',
    access: everybody,
    summary: { zh: '报告列表', en: 'reports of a year' },
    query: filterSchema.extend(pageSchema.shape),
    answer: reportsAnswerSchema,
  },
  getReport: {
    method: 'GET',
    path: '/reports/{body}/{year}',
    access: everybody,
    summary: { zh: '一份报告', en: 'one report: figures, findings, provenance, revisions' },
    query: z.object({ revision: z.string().optional() }),
    answer: reportAnswerSchema,
  },
  getDocument: {
    method: 'GET',
    path: '/reports/{body}/{year}/document',
    access: everybody,
    summary: { zh: '报告原文的表格与段落', en: 'the tables and paragraphs as published' },
    query: z.object({ revision: z.string().optional() }),
    answer: documentAnswerSchema,
  },
  getDiff: {
    method: 'GET',
    path: '/reports/{body}/{year}/diff',
    access: everybody,
    summary: { zh: '两次修订的差异', en: 'what two revisions differ in, cell by cell' },
    query: z.object({ from: z.string(), to: z.string() }),
    answer: diffAnswerSchema,
  },
  getYears: {
    method: 'GET',
    path: '/bodies/{body}/years',
    access: everybody,
    summary: { zh: '一个机关历年的数字', en: 'a body’s figures by year' },
    answer: yearsAnswerSchema,
  },
  listChanges: {
    method: 'GET',
    path: '/changes',
    access: staff,
    summary: { zh: '某一位置之后的变更', en: 'events since a position of the feed' },
    query: z.object({ since: z.coerce.number().int().min(0).default(0), limit: pageSchema.shape.limit }),
    answer: z.object({
      items: z.array(z.object({ position: z.int(), events: z.array(reportEventSchema) })),
      position: z.int().describe('to ask from next time'),
    }),
  },
  listFindings: {
    method: 'GET',
    path: '/findings',
    access: everybody,
    summary: { zh: '待审队列', en: 'findings with facets' },
    query: filterSchema.extend(pageSchema.shape),
    answer: findingsAnswerSchema,
  },
  decide: {
    method: 'POST',
    path: '/decisions',
    access: reviewers,
    summary: { zh: '对一个问题作出结论', en: 'decide on a finding; 409 where somebody else did meanwhile' },
    body: decisionRequestSchema,
    isDoneOnce: true,
    answer: decisionStateSchema,
  },
  decideMany: {
    method: 'POST',
    path: '/decisions/bulk',
    access: reviewers,
    summary: { zh: '批量作出结论', en: 'decide on several findings; each has its own result' },
    body: z.object({ decisions: z.array(decisionRequestSchema).min(1).max(200) }),
    isDoneOnce: true,
    answer: z.object({ results: z.array(decisionResultSchema) }),
  },
  assign: {
    method: 'POST',
    path: '/assignments',
    access: reviewers,
    summary: { zh: '分派报告', en: 'say who reviews reports' },
    body: z.object({
      reports: z.array(reportRefSchema).min(1).max(200),
      assignee: z.string().min(1).max(100).nullable().describe('null: nobody'),
    }),
    answer: z.object({ assigned: z.int() }),
  },
  listDecisions: {
    method: 'GET',
    path: '/decisions',
    access: staff,
    summary: { zh: '审核记录', en: 'the audit trail, a day at a time, the newest first' },
    query: z.object({ day: z.iso.date().optional(), bodyKey: z.string().optional(), year: year.optional() }),
    answer: listOf(auditLineSchema),
  },
  overlay: {
    method: 'POST',
    path: '/overlays',
    access: approvers,
    summary: { zh: '更正一处读数', en: 'correct a reading that is wrong; what was read stays' },
    body: z.object({
      report: reportRefSchema,
      revision: z.string(),
      figure: z.string(),
      value: z.number().nullable(),
      reason: z.string().min(1).max(2000),
    }),
    answer: overlaySchema,
  },
  startUpload: {
    method: 'POST',
    path: '/uploads',
    access: senders,
    summary: { zh: '取得上传地址', en: 'where to put a report' },
    body: uploadRequestSchema,
    answer: uploadTicketSchema,
  },
  getUpload: {
    method: 'GET',
    path: '/uploads/{id}',
    access: senders,
    summary: { zh: '上传的进展', en: 'how far an upload is' },
    answer: uploadStatusSchema,
  },
  getSource: {
    method: 'GET',
    path: '/sources/{sha256}',
    access: everybody,
    summary: { zh: '原文件的限时链接', en: 'a short-lived link to the file as handed in' },
    answer: z.object({ url: z.string(), fileName: z.string(), format: z.enum(['docx', 'pdf']), expires: z.string() }),
  },
  getRoster: {
    method: 'GET',
    path: '/roster',
    access: staff,
    summary: { zh: '应当报送的机关名录', en: 'the bodies expected to report' },
    answer: z.object({ items: z.array(rosterBodySchema) }),
  },
  listMissing: {
    method: 'GET',
    path: '/roster/missing',
    access: staff,
    summary: { zh: '尚未报送的机关', en: 'who has not submitted' },
    query: z.object({ year }),
    answer: missingAnswerSchema,
  },
  export: {
    method: 'GET',
    path: '/exports/{file}',
    access: staff,
    summary: {
      zh: '导出 figures、findings 或 reports',
      en: 'figures, findings or reports as csv, xlsx, jsonl or parquet',
    },
    query: filterSchema.extend({
      which: z.enum(['accepted', 'newest']).default('newest'),
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    answer: {
      files: {
        csv: 'text/csv; charset=utf-8',
        xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        jsonl: 'application/x-ndjson',
        parquet: 'application/vnd.apache.parquet',
      },
    },
  },
  getStatistics: {
    method: 'GET',
    path: '/statistics',
    access: staff,
    summary: { zh: '错情统计', en: 'what does not hold, where, and how well files were read' },
    query: z.object({ year: year.optional() }),
    answer: statisticsAnswerSchema,
  },
  listLetters: {
    method: 'GET',
    path: '/letters',
    access: staff,
    summary: {
      zh: '更正通知列表',
      en: 'letters written for a year, or for the newest year that has any; the newest first',
    },
    query: z.object({ year: year.optional() }),
    answer: listOf(letterSchema),
  },
  writeLetters: {
    method: 'POST',
    path: '/letters',
    access: approvers,
    summary: { zh: '起草更正通知', en: 'write letters about findings whose correction was requested' },
    body: z.object({ reports: z.array(reportRefSchema).min(1).max(100) }),
    answer: z.object({
      letters: z.array(letterSchema),
      without: z.array(reportRefSchema).describe('reports of which no correction was requested'),
    }),
  },
  readLetter: {
    method: 'GET',
    path: '/letters/{id}/content',
    access: staff,
    summary: { zh: '更正通知的内容', en: 'what a letter says, to be shown or printed' },
    answer: letterContentSchema,
  },
  getLetter: {
    method: 'GET',
    path: '/letters/{file}',
    access: staff,
    summary: { zh: '更正通知（.docx）', en: 'a letter as .docx' },
    answer: { files: { docx: DOCX } },
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
