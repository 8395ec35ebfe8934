import type { BodyLevel } from '../../checks/reading.ts';
import { childrenOf, isAggregate } from '../../records/bodies/below.ts';
import type { Body } from '../../records/bodies/body.ts';
import { divisionOf, lineOf } from '../../records/bodies/divisions.ts';
import type { RosterReading } from '../../records/bodies/read-roster-csv.ts';
import type { Roster } from '../../records/bodies/roster.ts';
import type { RosterTrouble } from '../../records/bodies/roster-trouble.ts';
import { type Language, say } from '../language.ts';
import { lineUp } from './columns.ts';
import { paint } from './paint.ts';

const LEVELS: Readonly<Record<BodyLevel, { zh: string; en: string }>> = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' },
  department: { zh: '部门', en: 'department' },
  township: { zh: '乡镇', en: 'township' },
};

const KINDS: Readonly<Record<Body['kind'], { zh: string; en: string }>> = {
  roster: { zh: '名册', en: 'the roster' },
  division: { zh: '行政区划', en: 'the table of divisions' },
  name: {
    zh: '名称本身（名册中没有，行政区划也不能唯一确定）',
    en: 'its name alone (not on the roster, and no single division fits)',
  },
};

const levelName = (level: BodyLevel | undefined, language: Language) => (level ? say(LEVELS[level], language) : '');

export function renderRoster(roster: Roster, language: Language): readonly string[] {
  if (roster.bodies.length === 0)
    return [
      language === 'zh'
        ? '名册是空的。用 gouji roster import 文件.csv 导入。'
        : 'The roster is empty. Import one with gouji roster import FILE.csv.',
    ];
  const rows = roster.bodies.map((body, at) => [
    body.name,
    levelName(body.level, language),
    body.division ?? '',
    body.parent ? (roster.byKey.get(body.parent)?.name ?? '') : '',
    paint.quiet((roster.entries[at]?.aliases ?? []).join('、')),
  ]);
  const total = language === 'zh' ? `共 ${rows.length} 个机关` : `${rows.length} bodies`;
  return [...lineUp(rows), total];
}

export function renderBody(name: string, body: Body, roster: Roster, language: Language): readonly string[] {
  const zh = language === 'zh';
  const division = body.division ? divisionOf(body.division) : undefined;
  const place = [...lineOf(division)].reverse().map((one) => one.name);
  const children = isAggregate(body) ? childrenOf(body, roster) : [];
  const rows: (readonly [string, string])[] = [
    [zh ? '名称' : 'name', name],
    [zh ? '机关' : 'body', body.name],
    [zh ? '归档键' : 'filed under', body.bodyKey],
    [zh ? '依据' : 'told by', say(KINDS[body.kind], language)],
    [zh ? '区划' : 'division', body.division ? `${body.division} ${place.join('')}`.trim() : ''],
    [zh ? '层级' : 'level', levelName(body.level, language)],
    [zh ? '上级' : 'parent', body.parent ? (roster.byKey.get(body.parent)?.name ?? '') : ''],
    [zh ? '主管办公室' : 'office', body.office ?? ''],
    [zh ? '汇总下级' : 'adds up', children.map((child) => child.name).join('、')],
  ];
  return lineUp(rows.filter(([, value]) => value !== ''));
}

export function renderImport(
  { entries, ignored }: Extract<RosterReading, { ok: true }>,
  isNew: boolean,
  language: Language,
): readonly string[] {
  const zh = language === 'zh';
  const imported = zh ? `已导入 ${entries.length} 个机关。` : `Imported ${entries.length} bodies.`;
  const unchanged = zh
    ? `名册没有变化（${entries.length} 个机关）。`
    : `The roster is unchanged (${entries.length} bodies).`;
  const unused = zh ? `未使用的列：${ignored.join('、')}` : `Columns not used: ${ignored.join(', ')}`;
  return [paint.good(isNew ? imported : unchanged), ...(ignored.length > 0 ? [paint.warn(unused)] : [])];
}

export function renderTroubles(
  file: string,
  troubles: readonly RosterTrouble[],
  language: Language,
): readonly string[] {
  const lines = troubles.map(({ line, message }) =>
    language === 'zh' ? `第 ${line} 行：${say(message, language)}` : `line ${line}: ${say(message, language)}`,
  );
  const end =
    language === 'zh'
      ? `${file} 有 ${troubles.length} 处错误，没有导入任何内容。`
      : `${file} has ${troubles.length} errors; nothing was imported.`;
  return [...lines, paint.bad(end)];
}
