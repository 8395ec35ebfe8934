import { figuresOf, tableForm } from '../../forms/catalogue.ts';
import { isBlank } from '../blank-totals.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import { formOf } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf } from '../second-reading.ts';
import { sayDoubt } from '../wording/doubt.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayOtherShare } from '../wording/years.ts';

const OTHER_HANDLING = {
  /** Percent of what was processed; the median of real reports is 5, the most that was met 40. */
  most: 30,
  /** Below this many a share says nothing. */
  fewest: 20,
} as const;

const PROCESSED = 't3.processed_total.total';

/** Where much is put under （六）其他处理, the form asks to look closer. */
export const OTHER_SHARE: Rule = {
  id: 'OTHER-SHARE',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'hint',
  title: { zh: '其他处理占比', en: 'Share of other handling' },
  relation: {
    zh: '表三总计列：（六）其他处理不超过（七）总计的 30%（总计不少于 20 的）',
    en: 'Table 3, total: (6) other handling is at most 30 % of (7) total, where at least 20 were processed',
  },
  basis: '国办公开办函〔2019〕60号',
  evaluate(reading) {
    const form = formOf(reading, 't3');
    if (!form) return [];
    const rows = figuresOf(tableForm(form, 't3')).filter(
      ({ row, column }) => column.id === 'total' && (row.id === 'other' || row.id.startsWith('other_')),
    );
    const ids = [...rows.map(({ id }) => id), PROCESSED] as const;
    const cells = ids.map((id) => reading.figures[id]);
    const unknown = ids.filter((_, at) => typeof cells[at]?.value !== 'number' && !isBlank(cells[at]));
    // A total that is not stated says nothing of a share; nor does a part of which the parts are stated elsewhere.
    const unstated = ids.filter((_, at) => isBlank(cells[at]));
    if (unknown.length > 0 || unstated.length > 0) {
      const isUnreadable = unknown.every((id) => reading.figures[id]?.state === 'unreadable');
      const reason = unknown.length === 0 ? 'blank-total' : isUnreadable ? 'unreadable-figure' : 'missing-figure';
      const figures = unknown.length === 0 ? unstated : unknown;
      return [notEvaluable(OTHER_SHARE, 'total', reason, figures, sayNotEvaluable(OTHER_SHARE.id, reason))];
    }
    const processed = reading.figures[PROCESSED]?.value ?? 0;
    const other = rows.reduce((sum, { id }) => sum + (reading.figures[id]?.value ?? 0), 0);
    if (processed < OTHER_HANDLING.fewest || other * 100 <= processed * OTHER_HANDLING.most) {
      return [holds(OTHER_SHARE, 'total')];
    }
    const cause = causeOf(
      cells.some((cell) => cell?.doubtful),
      undefined,
    );
    const sentence = sayOtherShare(other, processed, OTHER_HANDLING.most);
    const doubt = sayDoubt({ cause });
    return [
      broken(OTHER_SHARE, 'total', {
        figures: [...ids],
        expected: null,
        found: other,
        cause,
        message: { zh: `${sentence.zh}${doubt.zh}`, en: `${sentence.en}${doubt.en}` },
      }),
    ];
  },
};
