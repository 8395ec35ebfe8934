import type { Message } from '../checks/finding.ts';
import type { Settlement } from './ledger.ts';

/** Why an upload ended without an answer about its file: what to tell the sender. */
export const FAILURES = {
  'object-gone': {
    zh: '文件在读取之前已从收件箱删除，没有读取。如仍需处理，请重新上传。',
    en: 'The file was deleted from the inbox before it was read. Upload it again if it is still to be read.',
  },
  'reader-stopped': {
    zh: '读取这个文件超出了时间或内存上限，已停止。请重新从 Word 或 WPS 导出后上传，或上传 .docx 格式的同一报告。',
    en: 'Reading the file passed its limit of time or memory and was stopped. Export it again from Word or WPS and upload it, or upload the same report as .docx.',
  },
  'reader-crashed': {
    zh: '读取程序在这个文件上出错，没有结果。文件仍在收件箱中，程序修正后会重新读取；也可以重新从 Word 或 WPS 导出后上传。',
    en: 'The reader failed on this file. The file is still in the inbox and is read again once the reader was mended; exporting it again from Word or WPS and uploading that may help.',
  },
  'worker-lost': {
    zh: '读取这个文件的程序多次中途被终止，没有结果。文件仍在收件箱中，管理员排除故障后会重新处理，无须再次上传。',
    en: 'The program was ended several times while it read the file. The file is still in the inbox and is read again once the operator has mended the fault; it need not be uploaded again.',
  },
  fault: {
    zh: '系统故障，文件尚未处理完。文件仍在收件箱中，会重新处理，无须再次上传。',
    en: 'A fault of the system kept the file from being finished. It is still in the inbox and is taken up again; it need not be uploaded again.',
  },
} as const satisfies Record<string, Message>;

/** An upload that is done with, without an answer about its file. */
export function failure(code: 'object-gone' | 'reader-stopped' | 'reader-crashed' | 'worker-lost'): Settlement {
  // A worker that was killed says nothing of the file: like a fault, another delivery may get through.
  return { outcome: 'failed', code, message: FAILURES[code], ...(code === 'worker-lost' && { fault: true }) };
}

/**
 * An upload whose last delivery met a fault.
 * @param name of the exception, by which the log is searched
 */
export function failureByFault(name: string): Settlement {
  return { outcome: 'failed', code: name, message: FAILURES.fault, fault: true };
}
