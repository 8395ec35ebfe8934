import type { Contender } from './contender.ts';

/** Every contender by name. Loaded one by one, so that a process holds the code of the one it measures only. */
export const CONTENDERS = {
  record: async (): Promise<Contender> => (await import('./record.ts')).run,
  reader: async (): Promise<Contender> => (await import('./reader.ts')).run,
  mammoth: async (): Promise<Contender> => (await import('./mammoth.ts')).run,
  'floor (saxen)': async (): Promise<Contender> => (await import('./floor-saxen.ts')).run,
  'floor (saxes)': async (): Promise<Contender> => (await import('./floor-saxes.ts')).run,
  nothing: async (): Promise<Contender> => (await import('./nothing.ts')).run,
} as const;

export type ContenderName = keyof typeof CONTENDERS;

export const isContender = (name: string | undefined): name is ContenderName =>
  name !== undefined && name in CONTENDERS;

export const TIMED: readonly ContenderName[] = ['record', 'reader', 'mammoth', 'floor (saxen)', 'floor (saxes)'];
