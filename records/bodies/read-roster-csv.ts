import { decodeText } from './decode-text.ts';
import { findRosterTroubles } from './find-roster-troubles.ts';
import type { RosterEntry } from './roster.ts';
import { type Column, columnOf, levelNamed } from './roster-columns.ts';
import type { RosterLine, RosterTrouble } from './roster-trouble.ts';
import { type Row, splitRows } from './split-rows.ts';

/** A roster file, whole or not at all. */
export type RosterReading =
  | {
      readonly ok: true;
      readonly entries: readonly RosterEntry[];
      /** Headings of columns that a roster has no use for. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly troubles: readonly RosterTrouble[] };

/** Reads a roster as Excel or WPS saves it, and checks it: of a file with any trouble nothing is taken. */
export function readRosterCsv(bytes: Uint8Array): RosterReading {
  const text = decodeText(bytes);
  if (text === undefined) return refuse(1, UNREADABLE_TEXT);
  const split = splitRows(text);
  if ('trouble' in split) return { ok: false, troubles: [split.trouble] };
  const [header, ...body] = split.rows;
  if (!header) return refuse(1, EMPTY_FILE);
  const columns = header.cells.map((cell) => columnOf(cell));
  if (!columns.includes('name')) return refuse(header.line, NO_NAME_COLUMN);
  const twice = columns.find((column, at) => column && columns.indexOf(column) !== at);
  if (twice) return refuse(header.line, columnTwice(header.cells[columns.lastIndexOf(twice)] ?? twice));
  if (body.length === 0) return refuse(header.line, EMPTY_FILE);
  const read = body.map((row) => readRow(row, columns));
  const lines = read.flatMap(({ line }) => (line ? [line] : []));
  const troubles = [...read.flatMap((row) => row.troubles), ...findRosterTroubles(lines)];
  if (troubles.length > 0) return { ok: false, troubles: troubles.sort((a, b) => a.line - b.line) };
  const ignored = header.cells.filter((cell, at) => !columns[at] && cell.trim() !== '');
  return { ok: true, entries: lines.map(({ entry }) => entry), ignored };
}

function readRow({ line, cells }: Row, columns: readonly (Column | undefined)[]) {
  const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() || undefined;
  const [name, code, level] = [cell('name'), readCode(cell('code')), cell('level')];
  const troubles: RosterTrouble[] = [];
  if (cells.slice(columns.length).some((extra) => extra !== '')) troubles.push({ line, message: TOO_MANY_CELLS });
  if (!name) troubles.push({ line, message: NO_NAME });
  if (code === 'bad') troubles.push({ line, message: badCode(cell('code') ?? '') });
  if (level && !levelNamed(level)) troubles.push({ line, message: badLevel(level) });
  if (!name || code === 'bad' || troubles.length > 0) return { line: undefined, troubles };
  const entry: RosterEntry = {
    name,
    aliases: splitAliases(cell('aliases')),
    ...(code && { code }),
    ...(level && { level: levelNamed(level) }),
    ...(cell('parent') && { parent: cell('parent') }),
    ...(cell('office') && { office: cell('office') }),
  };
  return { line: { line, entry } satisfies RosterLine, troubles };
}

const splitAliases = (text = '') =>
  text
    .split(/[、;；|｜\n]/u)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');

/** Statistical codes have nine or twelve digits, of which the first six are the division's. */
function readCode(text: string | undefined): string | undefined {
  const digits = text?.normalize('NFKC').replace(/\s/gu, '');
  if (!digits) return undefined;
  return /^\d{6}(?:\d{3}){0,2}$/u.test(digits) ? digits.slice(0, 6) : 'bad';
}

const refuse = (line: number, message: RosterTrouble['message']): RosterReading => ({
  ok: false,
  troubles: [{ line, message }],
});

const UNREADABLE_TEXT = {
  zh: '文件既不是 UTF-8 也不是 GB18030 编码的文本：请在 Excel 或 WPS 中另存为 CSV。',
  en: 'The file is text neither in UTF-8 nor in GB18030: save it as CSV from Excel or WPS.',
};
const EMPTY_FILE = {
  zh: '名册是空的：第一行为表头，其下每行一个机关。',
  en: 'The roster is empty: its first line has the headings, each line below a body.',
};
const NO_NAME_COLUMN = {
  zh: '表头中没有「名称」一栏：第一行应为 名称,别名,区划代码,层级,上级,主管办公室。',
  en: 'There is no column name: the first line should be name,aliases,code,level,parent,office.',
};
const TOO_MANY_CELLS = {
  zh: '这一行的格数多于表头：内容含逗号时请加双引号，多个别名之间用顿号。',
  en: 'The line has more cells than the header: put what holds a comma in double quotes, and 、 between aliases.',
};
const NO_NAME = {
  zh: '没有名称：请填写机关的全称，或删去这一行。',
  en: 'The name is missing: fill it in or delete the line.',
};

const columnTwice = (heading: string) => ({
  zh: `「${heading}」一栏出现了两次：请删去一栏。`,
  en: `The column ${heading} is there twice: delete one.`,
});
const badCode = (code: string) => ({
  zh: `「${code}」不是区划代码：应为六位数字，也可以留空。`,
  en: `“${code}” is no division code: it takes six digits, or nothing.`,
});
const badLevel = (level: string) => ({
  zh: `不认识的层级「${level}」：请填 省级、市级、县级、部门 或 乡镇，也可以留空。`,
  en: `Unknown level “${level}”: fill in province, city, county, department or township, or nothing.`,
});
