import { LIMITS } from '../bytes/limits.ts';

/** A complex field being read (ECMA-376-1, 17.16.18): its instruction, then its cached result. */
export interface Field {
  phase: 'instruction' | 'result';
  instruction: string;
  hasResult: boolean;
}

/** Begins a field inside those that are open, and gives it. */
export function beginField(fields: Field[]): Field {
  const field: Field = { phase: 'instruction', instruction: '', hasResult: false };
  if (fields.length === LIMITS.fieldDepth) fields.shift();
  fields.push(field);
  return field;
}

const KEYWORD_LENGTH = 24;

export function extendInstruction(field: Field, text: string): void {
  if (field.instruction.length < KEYWORD_LENGTH) field.instruction += text.slice(0, KEYWORD_LENGTH);
}

/** Text inside any instruction, a nested field's result included, is not shown. */
export function isInstruction(fields: readonly Field[]): boolean {
  return fields.some((field) => field.phase === 'instruction');
}

/** Fields whose result is what somebody typed, not something computed. */
export function isTyped(instruction: string): boolean {
  return /^\s*(?:HYPERLINK|FORMTEXT)\b/i.test(instruction);
}

/** Fields that mark a place and never show anything: index and contents entries, bookmarks, private data. */
export function isMarker(instruction: string): boolean {
  return /^\s*(?:XE|TC|TA|RD|SET|PRIVATE)\b/i.test(instruction);
}
