import { expect, test } from 'vitest';
import { accusations, assess, lostFigures, reportOf, TRUTH, wrongFigures } from './report.ts';

test('an appendix of thousands of rows that read like labels changes nothing', () => {
  const appendix = Array.from({ length: 3_000 }, (_, n) => [`本年新收政府信息公开申请数量${n}`, String(n), '0']);
  const record = assess(reportOf({ s6: ['附件：', appendix] }));
  expect(wrongFigures(record)).toEqual([]);
  expect(lostFigures(record)).toEqual([]);
  expect(accusations(record)).toEqual([]);
  expect(Object.keys(record.figures)).toHaveLength(Object.keys(TRUTH).length);
});
