import { expect, test } from 'vitest';
import { LIMITS } from '../../../../parsers/bytes/limits.ts';
import { ContentBudget } from '../../../../parsers/pdf/content/content-budget.ts';

test.each([
  ['bytes of content', 'content-bytes', (budget: ContentBudget) => budget.takeBytes(LIMITS.pdfContentBytes / 4)],
  ['entries of fonts', 'font-entries', (budget: ContentBudget) => budget.takeEntries(LIMITS.pdfFontEntries / 4)],
  ['operations', 'operations', (budget: ContentBudget) => budget.takeOperations(LIMITS.pdfOperations / 4)],
])('%s are counted however often they are read', (_, why, takeQuarter) => {
  const budget = new ContentBudget();
  for (let quarter = 0; quarter < 4; quarter++) takeQuarter(budget);
  expect(() => takeQuarter(budget)).toThrow(`too-complex: ${why}`);
});

test('fonts', () => {
  const budget = new ContentBudget();
  for (let font = 0; font < LIMITS.pdfFonts; font++) budget.takeFont();
  expect(() => budget.takeFont()).toThrow('too-complex: fonts');
});
