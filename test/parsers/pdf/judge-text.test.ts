import { describe, expect, test } from 'vitest';
import { judgeText } from '../../../parsers/pdf/judge-text.ts';
import type { Glyph, PageContent, PlacedImage } from '../../../parsers/pdf/page/page-content.ts';

const PAGE = { page: 1, width: 595, height: 842, paths: [] };
const CLIP = [0, 0, 595, 842] as const;
const PROSE =
  '本报告根据《中华人民共和国政府信息公开条例》要求编制，所列数据的统计期限自2023年1月1日起至12月31日止。' +
  '一年来，全县认真贯彻落实党中央、国务院关于全面推进政务公开工作的决策部署，主动公开政府信息一千余条，' +
  '依法办理政府信息公开申请，加强平台建设，强化监督保障，不断提升政务公开的质量和实效，保障公众知情权。';

function glyphs(text: string, changed: Partial<Glyph> = {}): Glyph[] {
  return [...text].map((character, at) => ({
    text: character,
    x: 60 + (at % 40) * 11,
    y: 80 + Math.floor(at / 40) * 18,
    dx: 11,
    dy: 0,
    upX: 0,
    upY: -1,
    size: 11,
    vertical: false,
    font: 'SimSun',
    invisible: false,
    paint: { rgb: 0, alpha: 1 },
    clip: CLIP,
    order: 10 + at,
    run: 1,
    ...changed,
  }));
}

const page = (drawn: readonly Glyph[], images: readonly PlacedImage[] = []): PageContent => ({
  ...PAGE,
  glyphs: drawn,
  images,
});
const picture = (order: number, box: PlacedImage['box'] = CLIP): PlacedImage => ({ box, clip: CLIP, order });
const codeOf = (...pages: readonly PageContent[]) => judgeText(pages)?.code;

describe('text that can be relied on', () => {
  test.each([
    ['prose', page(glyphs(PROSE))],
    ['prose with 一 and others as radicals', page(glyphs(PROSE.replaceAll('一', '\u2f00').replaceAll('人', '\u2f08')))],
    ['text over a picture of the whole page', page(glyphs(PROSE), [picture(1)])],
    ['text beside a picture that was drawn later', page(glyphs(PROSE), [picture(9_999, [0, 0, 200, 100])])],
    ['a few words in a font that names no character', page([...glyphs(PROSE), ...glyphs('一二三四五', { text: '' })])],
    ['English', page(glyphs('Report on the disclosure of government information '.repeat(6)))],
  ])('%s', (_, content) => {
    expect(codeOf(content)).toBeUndefined();
  });

  test('a report with one scanned page', () => {
    expect(codeOf(page(glyphs(PROSE)), page([], [picture(1)]))).toBeUndefined();
  });
});

describe('no text', () => {
  test.each([
    ['nothing at all', page([])],
    ['a picture of the page', page([], [picture(1)])],
    [
      'a picture in strips',
      page(
        [],
        [0, 1, 2, 3].map((at) => picture(at, [0, at * 210, 595, at * 210 + 210])),
      ),
    ],
    ['a picture stamped by the scanner', page(glyphs('扫描全能王 创建'), [picture(1)])],
  ])('%s', (_, content) => {
    expect(codeOf(content)).toBe('no-text-layer');
  });
});

describe('text put behind a scan', () => {
  test.each([
    ['painted by no ink', page(glyphs(PROSE, { invisible: true }), [picture(1)])],
    ['painted before the picture that covers it', page(glyphs(PROSE), [picture(9_999)])],
    ['transparent', page(glyphs(PROSE, { paint: { rgb: 0, alpha: 0 } }), [picture(1)])],
  ])('%s', (_, content) => {
    expect(codeOf(content)).toBe('ocr-layer');
  });
});

describe('text that is not what the page shows', () => {
  const shifted = [...PROSE].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 77)).join('');
  test.each([
    ['no character is named', page(glyphs(PROSE, { text: '' }))],
    ['a font that names the wrong characters', page([...glyphs(PROSE), ...glyphs(shifted.repeat(2), { font: 'Bad' })])],
    ['GBK taken as Latin', page(glyphs('Õþ¸®ÐÅÏ¢¹«¿ª¹¤×÷Äê¶È±¨¸æ'.repeat(8)))],
  ])('%s', (_, content) => {
    expect(codeOf(content)).toBe('unreliable-text');
  });
});
