import { LIMITS } from './limits.ts';

/**
 * Why an upload could not be read as an annual report: a closed set of codes, each with what to tell the sender.
 * These are values, never exceptions, and are never retried: the same bytes would give the same answer.
 */
export const UNREADABLE = {
  empty: {
    zh: '文件是空的（0 字节）。请重新导出后再上传。',
    en: 'The file is empty (0 bytes). Export it again and upload it.',
  },
  'too-large': {
    zh: '文件超过 {limit} MB，未读取。请压缩图片或只保留报告正文后再上传。',
    en: 'The file is larger than {limit} MB and was not read. Compress its pictures, or keep the report only, and upload again.',
  },
  'legacy-doc': {
    zh: '这是旧版 Word（.doc）文件。请用 Word 或 WPS 另存为 .docx 后再上传。',
    en: 'This is a Word 97–2003 (.doc) file. Save it as .docx in Word or WPS and upload it.',
  },
  encrypted: {
    zh: '文件设有打开密码。请取消密码后再上传。',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  html: {
    zh: '这是网页（HTML），不是 Word 或 PDF 文件。请在 Word 或 WPS 中打开并另存为 .docx 后再上传。',
    en: 'This is a web page (HTML), not a Word or PDF file. Open it in Word or WPS, save it as .docx and upload it.',
  },
  rtf: {
    zh: '这是 RTF 文件。请在 Word 或 WPS 中打开并另存为 .docx 后再上传。',
    en: 'This is an RTF file. Open it in Word or WPS, save it as .docx and upload it.',
  },
  'flat-xml': {
    zh: '这是单个 XML 文件形式的 Word 文档。请在 Word 或 WPS 中打开并另存为 .docx 后再上传。',
    en: 'This is a Word document saved as a single XML file. Open it in Word or WPS, save it as .docx and upload it.',
  },
  'unknown-format': {
    zh: '无法识别的文件格式。请上传 .docx 或 PDF 格式的报告。',
    en: 'The file format is not recognised. Upload the report as .docx or PDF.',
  },
  'not-a-docx': {
    zh: '这是压缩包，但不是 Word 文档。请上传 .docx 文件本身，不要打包。',
    en: 'This is an archive but not a Word document. Upload the .docx itself, not an archive of it.',
  },
  damaged: {
    zh: '文件已损坏或不完整。请重新导出后再上传。',
    en: 'The file is damaged or incomplete. Export it again and upload it.',
  },
  'archive-bomb': {
    zh: '文件解压后超出安全上限，已拒绝读取。请重新从 Word 或 WPS 导出。',
    en: 'The file inflates beyond the safe limit and was refused. Export it again from Word or WPS.',
  },
  'too-complex': {
    zh: '文件的页数、图形或文字数量超出安全上限，已拒绝读取。请只保留报告正文，重新导出后再上传。',
    en: 'The file holds more pages, drawings or text than is safe to read and was refused. Keep the report only, export it again and upload it.',
  },
  'reader-stopped': {
    zh: '读取这个文件超出了时间或内存上限，已停止。请重新从 Word 或 WPS 导出 PDF，或上传 .docx 格式的同一报告。',
    en: 'Reading the file passed its limit of time or memory and was stopped. Export the PDF again from Word or WPS, or upload the same report as .docx.',
  },
  'no-text-layer': {
    zh: '这是扫描件或图片形式的 PDF，其中没有文字。请上传由 Word 或 WPS 直接导出的 PDF，或 .docx 格式的同一报告。',
    en: 'The PDF is a scan or holds pictures only: there is no text in it. Upload the PDF exported from Word or WPS, or the same report as .docx.',
  },
  'ocr-layer': {
    zh: '这是扫描件，文字由识别软件加入，数字不可靠，未读取。请上传由 Word 或 WPS 直接导出的 PDF，或 .docx 格式的同一报告。',
    en: 'The PDF is a scan whose text was added by recognition software, which is not reliable for figures; it was not read. Upload the PDF exported from Word or WPS, or the same report as .docx.',
  },
  'unreliable-text': {
    zh: 'PDF 的字体没有正确的文字编码，复制出来是乱码，未读取。请重新从 Word 或 WPS 导出 PDF，或上传 .docx 格式的同一报告。',
    en: 'The fonts of the PDF do not say which characters they draw (copied text is garbled); it was not read. Export the PDF again from Word or WPS, or upload the same report as .docx.',
  },
  'forbidden-xml': {
    zh: '文件内含文档类型声明（DTD）或外部实体，Word 文档不应包含，已拒绝读取。请重新从 Word 或 WPS 导出。',
    en: 'The file holds a document type declaration or external entities, which no Word document should. Export it again from Word or WPS.',
  },
  'tables-are-pictures': {
    zh: '报告中的表格是图片，无法读取数字。请上传表格为文字的版本。',
    en: 'The tables of the report are pictures, whose figures cannot be read. Upload a version whose tables are text.',
  },
  'no-tables': {
    zh: '报告中没有表格。年度报告应包含表二、表三、表四，请上传完整报告。',
    en: 'The document holds no tables. An annual report holds tables 2, 3 and 4: upload the complete report.',
  },
  'form-not-supported': {
    zh: '这是 2019 年以前的旧式年报（政府信息公开情况统计表），不在受理范围内；请只上传按 2019 年及以后格式编写的年报。',
    en: 'This report uses the form in force before 2019, which is not supported; upload reports in the forms of 2019 or later only.',
  },
  'not-a-report': {
    zh: '这不是政府信息公开工作年度报告（{reason}）。请上传年度报告本身。',
    en: 'This is not an annual report on government information disclosure ({reason}). Upload the report itself.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type UnreadableCode = keyof typeof UNREADABLE;

/** An input that cannot be read: its code and the particulars that its sentence names. */
export interface Unreadable {
  readonly readable: false;
  readonly code: UnreadableCode;
  readonly reason?: { readonly zh: string; readonly en: string };
}

/** An Unreadable of this code; `reason` fills the placeholder of its sentence, `{limit}` as well as `{reason}`. */
export function unreadable(code: UnreadableCode, reason?: { zh: string; en: string }): Unreadable {
  return reason ? { readable: false, code, reason } : { readable: false, code };
}

/** The Unreadable of a file above the limit. */
export function tooLarge(): Unreadable {
  const limit = String(LIMITS.fileBytes / (1024 * 1024));
  return unreadable('too-large', { zh: limit, en: limit });
}

/** Whether a reading ended without a result. */
export function isUnreadable(value: object): value is Unreadable {
  return 'readable' in value && value.readable === false;
}
