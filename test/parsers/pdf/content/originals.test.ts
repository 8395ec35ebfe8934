import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../../../parsers/pdf/content/read-pages.ts';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import type { PageContent } from '../../../../parsers/pdf/page/page-content.ts';

/** Real reports; what they say was read from their pages by eye. */
const FOLDER = join(import.meta.dirname, '../../../../../shared/corpus/originals');
const isThere = existsSync(FOLDER);

function pagesOf(name: string): readonly PageContent[] {
  const outcome = readPages(openPdf(new Uint8Array(readFileSync(join(FOLDER, name)))));
  return outcome.outcome === 'read' ? outcome.pages : [];
}

const textOf = (page: PageContent | undefined) => page?.glyphs.map(({ text }) => text).join('') ?? '';

describe.skipIf(!isThere)('real reports (skipped where there are none)', () => {
  test('a report written by WPS', () => {
    const pages = pagesOf('hongze_district_2024.pdf');
    expect(pages).toHaveLength(5);
    expect(pages.every(({ width, height }) => width === 595 && height === 842)).toBe(true);
    expect(textOf(pages[0])).toMatch(/^-1-淮安市洪泽区人民政府2024年政府信息公开工作年度报告/);
    expect(pages.every(({ glyphs }) => glyphs.every(({ text, invisible }) => text !== '' && !invisible))).toBe(true);
  });

  test('its third page, with a label that runs downwards', () => {
    const page = pagesOf('hongze_district_2024.pdf')[2];
    const label = page?.glyphs.filter(({ vertical }) => vertical) ?? [];
    expect(label.map(({ text }) => text).join('')).toBe('三、本年度办理结果');
    expect(label.every(({ y }, index) => index === 0 || y > (label[index - 1]?.y ?? 0))).toBe(true);
    expect(textOf(page)).toMatch(/行政处罚2776.*行政强制84.*行政事业性收费7545/);
  });

  test('another one', () => {
    const pages = pagesOf('huaian_city_2024.pdf');
    expect(pages).toHaveLength(6);
    expect(textOf(pages[0])).toContain('淮安市人民政府2024年政府信息公开工作年度报告');
  });
});
