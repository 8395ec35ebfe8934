import { dayNumber } from '../../checks/day-number.ts';
import type { MissingReport } from '../../records/bodies/find-missing.ts';
import type { Roster } from '../../records/bodies/roster.ts';
import type { Language } from '../language.ts';
import { lineUp } from './columns.ts';
import { paint } from './paint.ts';

interface Asked {
  readonly year: number;
  /** ISO date. */
  readonly today: string;
  readonly roster: Roster;
}

/** Who has not submitted, against the deadline. */
export function renderMissing(
  missing: readonly MissingReport[],
  { year, today, roster }: Asked,
  language: Language,
): readonly string[] {
  const zh = language === 'zh';
  const total = roster.bodies.length;
  if (total === 0) {
    return [
      zh
        ? '名册是空的，无从得知谁应当报送。用 gouji roster import 文件.csv 导入。'
        : 'The roster is empty: nobody knows who is to submit. Import one with gouji roster import FILE.csv.',
    ];
  }
  const rows = missing.map(({ body, due }) => [
    body.name,
    body.office ?? '',
    due ?? (zh ? '期限不明' : 'no deadline known'),
    due === undefined ? '' : sayDays(dayNumber(today) - dayNumber(due), zh),
  ]);
  const end = zh
    ? `${year} 年度：名册共 ${total} 个机关，${missing.length} 个没有报告入库。未能读取的文件见 gouji ledger。`
    : `${year}: of ${total} bodies on the roster, ${missing.length} have no report on file. Files that could not be read are in gouji ledger.`;
  return [...lineUp(rows), end];
}

function sayDays(over: number, zh: boolean): string {
  if (over > 0) return paint.bad(zh ? `逾期 ${over} 天` : `${over} days overdue`);
  return zh ? `还有 ${-over} 天` : `${-over} days left`;
}
