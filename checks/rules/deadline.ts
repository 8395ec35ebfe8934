import { dayNumber } from '../day-number.ts';
import { WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import type { BodyLevel } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { sayDeadline } from '../wording/levels.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';

/** Month and day of the year after, by level. */
const DUE: Readonly<Record<BodyLevel, string>> = {
  department: '01-31',
  township: '01-31',
  county: '02-20',
  city: '03-10',
  province: '03-31',
};

/** ISO date by which a body of this level publishes its report of a fiscal year. */
export const dueDateOf = (level: BodyLevel, year: number): string => `${year + 1}-${DUE[level]}`;

/** Reports come out by 31 January, those that add others up later. */
export const DEADLINE: Rule = {
  id: 'DEADLINE',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  // The level of a body is told by the roster, which is at hand when a report is filed among its neighbours.
  reach: 'levels',
  severity: 'hint',
  title: { zh: '发布期限', en: 'Deadline' },
  relation: {
    zh: '次年 1 月 31 日前（部门、乡镇），2 月 20 日前（县级），3 月 10 日前（市级），3 月 31 日前（省级）发布',
    en: 'Published by 31 January of the next year (departments and townships), 20 February (county), 10 March (city), 31 March (province)',
  },
  basis: '《政府信息公开条例》第四十九条；国办公开办函〔2019〕60号、〔2021〕30号',
  evaluate({ level, year, publishedOn }) {
    if (!level || year === null) return [];
    if (!publishedOn) {
      const message = sayNotEvaluable(DEADLINE.id, 'no-publication-date');
      return [notEvaluable(DEADLINE, WHOLE_REPORT, 'no-publication-date', [], message)];
    }
    const due = dueDateOf(level, year);
    const days = dayNumber(publishedOn) - dayNumber(due);
    if (!(days > 0)) return [holds(DEADLINE, WHOLE_REPORT)];
    return [
      broken(DEADLINE, WHOLE_REPORT, {
        figures: [],
        expected: 0,
        found: days,
        message: sayDeadline(year, publishedOn, due, days),
      }),
    ];
  },
};
