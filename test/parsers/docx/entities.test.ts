import { describe, expect, it } from 'vitest';
import { resolveReferences } from '../../../parsers/docx/entities.ts';

describe('references', () => {
  it.each([
    ['1&#50;3', '123'],
    ['&#x4E00;&#X4e8c;', '一二'],
    ['&#x1F600;', '😀'],
    ['&amp;lt;', '&lt;'],
    ['no reference', 'no reference'],
  ])('%s is %s', (raw, text) => {
    expect(resolveReferences(raw)).toBe(text);
  });

  it.each(['&nbsp;', '&AMP;', '&', 'a&b', '&#0;', '&#x110000;', '&#99999999;', '&;'])(
    '%s is none of XML’s own',
    (raw) => {
      expect(resolveReferences(raw)).toBeNull();
    },
  );

  it('are whole wherever a long text is taken apart', () => {
    for (let shift = 0; shift < 14; shift++) {
      const raw = `${'x'.repeat(16_384 - shift)}&#x20BB7;${'y'.repeat(20_000)}&gt;`;
      expect(resolveReferences(raw)).toBe(`${'x'.repeat(16_384 - shift)}𠮷${'y'.repeat(20_000)}>`);
    }
    expect(resolveReferences(`${'x'.repeat(40_000)}&bad;`)).toBeNull();
  });
});
