import type { Contender } from './contender.ts';

/** Every contender by name. Loaded one by one, so that a process holds the code of the one it measures only. */
export const CONTENDERS = {
  record: async (): Promise<Contender> => (await import('./record.ts')).run,
  reader: async (): Promise<Contender> => (await import('./reader.ts')).run,
  mammoth: async (): Promise<Contender> => (await import('./mammoth.ts')).run,
  'floor (saxen)': async (): Promise<Contender> => (await import('./floor-saxen.ts')).run,
  'floor (saxes)': async (): Promise<Contender> => (await import('./floor-saxes.ts')).run,
  'record by pdf.js': async (): Promise<Contender> => (await import('./record-by-pdfjs.ts')).run,
  getText: async (): Promise<Contender> => (await import('./pdf-parse.ts')).getText,
  getTable: async (): Promise<Contender> => (await import('./pdf-parse.ts')).getTable,
  pdftotext: async (): Promise<Contender> => (await import('./pdftotext.ts')).run,
  'floor (inflate)': async (): Promise<Contender> => (await import('./floor-inflate.ts')).run,
  nothing: async (): Promise<Contender> => (await import('./nothing.ts')).run,
} as const;

export type ContenderName = keyof typeof CONTENDERS;

export const isContender = (name: string | undefined): name is ContenderName =>
  name !== undefined && name in CONTENDERS;

export const TIMED_ON_DOCX: readonly ContenderName[] = [
  'record',
  'reader',
  'mammoth',
  'floor (saxen)',
  'floor (saxes)',
];

export const TIMED_ON_PDF: readonly ContenderName[] = [
  'record',
  'record by pdf.js',
  'getText',
  'getTable',
  'pdftotext',
  'floor (inflate)',
];
