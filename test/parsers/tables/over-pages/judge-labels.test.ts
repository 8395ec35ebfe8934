import { expect, test } from 'vitest';
import { FORMS, TABLE_IDS } from '../../../../forms/catalogue.ts';
import { judgeLabels, judgeOwnLabels } from '../../../../parsers/tables/over-pages/judge-labels.ts';

const tables = FORMS.flatMap((form) => TABLE_IDS.map((table) => form.tables[table]));
const rows = tables.map(({ bands }) => bands.flatMap((band) => band.rows.map(({ path }) => path.at(-1)?.zh ?? '')));
const labels = [...new Set(rows.flat())].filter((label) => label !== '');
const columns = tables.flatMap(({ bands }) => bands.flatMap((band) => band.columns.flatMap(({ path }) => path)));
const groups = tables.flatMap(({ bands }) =>
  bands.flatMap((band) => band.rows.flatMap(({ path }) => path.slice(0, -1))),
);

/** A text cut at each place inside it, where words stand on both sides. */
const cuts = (text: string) =>
  Array.from({ length: text.length - 1 }, (_, at) => [text.slice(0, at + 1), text.slice(at + 1)] as const).filter(
    (pieces) => pieces.every((piece) => /\p{Script=Han}/u.test(piece)),
  );

test('the pieces of a row label are one, wherever it is cut, or may be: never two', () => {
  const verdicts = labels.flatMap((label) => cuts(label).map(([above, below]) => judgeOwnLabels(above, below)));
  expect(verdicts).not.toContain('two');
  expect(verdicts.filter((verdict) => verdict === 'one').length / verdicts.length).toBeGreaterThan(0.99);
});

test('the labels of two rows are never one, in whatever wording', () => {
  const wordings = tables.map(({ bands }) =>
    bands.flatMap((band) =>
      band.rows.flatMap(({ path }) =>
        [path.at(-1) ?? { zh: '' }].map((label) => [label.zh, ...(('variants' in label && label.variants) || [])]),
      ),
    ),
  );
  const one = wordings.flatMap((lines) =>
    lines.flatMap((uppers, i) =>
      lines
        .slice(i + 1)
        .flatMap((lowers) =>
          uppers.flatMap((upper) =>
            lowers
              .filter((lower) => upper !== '' && judgeOwnLabels(upper, lower) === 'one')
              .map((lower) => [upper, lower]),
          ),
        ),
    ),
  );
  expect(one).toEqual([]);
});

test('the pieces of a label over columns or beside a group are one, and two whole ones are two', () => {
  for (const { zh } of new Set([...columns, ...groups])) {
    for (const [above, below] of cuts(zh))
      expect([above, below, judgeLabels(above, below)]).toEqual([above, below, 'one']);
  }
  for (const upper of new Set(groups)) {
    for (const lower of new Set(groups)) {
      if (upper !== lower)
        expect([upper.zh, lower.zh, judgeLabels(upper.zh, lower.zh)]).toEqual([upper.zh, lower.zh, 'two']);
    }
  }
});

test('the labels of two rows that follow one another stay two, however little the second adds to the first', () => {
  const long = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
  expect(judgeOwnLabels(long, '3.其他')).toBe('two');
  // Together these are a label to the letter.
  expect(judgeOwnLabels('2.其他', '法律行政法规禁止公开')).not.toBe('two');
});

test('rows in another order than the form are two', () => {
  expect(judgeOwnLabels('（二）部分公开', '（一）予以公开')).toBe('two');
});
