import { expect, test } from 'vitest';
import { tooLarge, UNREADABLE, unreadable } from '../../parsers/bytes/unreadable.ts';
import { explainUnreadable } from '../../records/explain.ts';

test('a sentence without particulars is said as it stands', () => {
  expect(explainUnreadable(unreadable('empty'))).toEqual(UNREADABLE.empty);
});

test('the limit is named', () => {
  const { zh, en } = explainUnreadable(tooLarge());
  expect(zh).toContain('文件超过 32 MB');
  expect(en).toContain('larger than 32 MB');
});

test('the reason is named', () => {
  const trouble = unreadable('not-a-report', { zh: '年报的解读材料', en: 'an interpretation of a report' });
  expect(explainUnreadable(trouble)).toEqual({
    zh: '这不是政府信息公开工作年度报告（年报的解读材料）。请上传年度报告本身。',
    en: 'This is not an annual report on government information disclosure (an interpretation of a report). Upload the report itself.',
  });
});

test.each(Object.entries(UNREADABLE))(
  '%s is told to the sender in whole sentences of both languages',
  (_, { zh, en }) => {
    expect(zh).toMatch(/^[^a-z]*.*。$/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  },
);
