import { isInstruction } from './field.ts';
import { noteHere, type Reading } from './reading.ts';

/** Adds what a run shows to the open paragraph, or notes why it is left out. */
export function appendText(reading: Reading, text: string): void {
  const { paragraph, fields, run, customMark } = reading.level;
  if (paragraph === undefined || text === '' || customMark || isInstruction(fields)) return;
  for (const field of fields) field.hasResult = true;
  const { hidden, struck, raised } = reading.styles.resolve(run, paragraph.style);
  if (run.deleted || hidden) {
    noteHere(reading, run.deleted ? 'deleted-text' : 'hidden-text');
    return;
  }
  if (reading.insertions > 0) noteHere(reading, 'inserted-text');
  if (struck) noteHere(reading, 'struck-text');
  if (run.white) noteWhite(reading);
  if (raised) noteHere(reading, 'superscript');
  if (raised) paragraph.raised += text;
  else paragraph.text += text;
}

/** White text shows only on a fill. */
function noteWhite(reading: Reading): void {
  const { run, paragraph, cell } = reading.level;
  reading.wantsDetail = true;
  if (!run.shaded && !paragraph?.shaded && !cell?.shaded) noteHere(reading, 'white-text');
}

/** Whether the open run, and so a drawing in it, is hidden. */
export function isHiddenRun(reading: Reading): boolean {
  return reading.styles.resolve(reading.level.run, reading.level.paragraph?.style).hidden;
}

/**
 * The text of a `w:t` (17.3.3.31): space at its ends counts only when it says so, a line break in the markup is a space.
 */
export function shownText(raw: string, keepsSpace: boolean): string {
  const text = /[\r\n]/.test(raw) ? raw.replace(/\r\n?|\n/g, ' ') : raw;
  return keepsSpace ? text : trimSpace(text);
}

/** Not `trim`, which would also take a no-break or ideographic space. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
