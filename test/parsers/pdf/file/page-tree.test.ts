import { describe, expect, test } from 'vitest';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import { buildPdf, pagesOf } from './build-pdf.ts';
import { troubleOf } from './trouble.ts';

function pageOf(entries: string, above = '/MediaBox[0 0 595 842]') {
  const objects = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Count 1/Kids[3 0 R]${above}>>`,
    3: `<</Type/Page/Parent 2 0 R${entries}>>`,
    5: '[10 10 100 50]',
  };
  const page = openPdf(buildPdf(objects)).pages[0];
  if (page === undefined) throw new Error('no page');
  return page;
}

describe('a page', () => {
  test('inherits what it does not state', () => {
    const page = pageOf('', '/MediaBox[0 0 200 100]/Rotate 90/Resources<</Font<</F1 9 0 R>>>>');
    expect(page.box).toEqual([0, 0, 200, 100]);
    expect(page.rotate).toBe(90);
    expect([...page.resources.keys()]).toEqual(['Font']);
  });

  test.each([
    ['/MediaBox[200 100 0 0]', [0, 0, 200, 100]],
    ['/MediaBox[0 0 200 100]/CropBox[50 -10 900 60]', [50, 0, 200, 60]],
    ['/MediaBox[0 0 200 100]/CropBox[300 300 400 400]', [0, 0, 200, 100]],
    ['/MediaBox 5 0 R', [10, 10, 100, 50]],
    ['/MediaBox[0 0 /x 3]', [0, 0, 612, 792]],
    ['/MediaBox[0 0 0 0]', [0, 0, 612, 792]],
    ['/MediaBox null', [0, 0, 595, 842]],
  ])('with %s shows %j', (entries, box) => {
    expect(pageOf(entries).box).toEqual(box);
  });

  test.each([
    ['450', 90],
    ['-90', 270],
    ['45', 0],
    ['/x', 0],
  ])('rotated by %s is turned by %d', (rotate, turned) => {
    expect(pageOf(`/Rotate ${rotate}`).rotate).toBe(turned);
  });
});

describe('the page tree', () => {
  const kids = (...numbers: number[]) => numbers.map((number) => `${number} 0 R`).join(' ');

  test('is walked in order, whatever the types say', () => {
    const file = openPdf(
      buildPdf({
        1: '<</Pages 2 0 R>>',
        2: `<</Type/Page/Count 3/Kids[${kids(3, 4, 5)}]>>`,
        3: '<</Rotate 90>>',
        4: `<</Count 1/Kids[${kids(6)}]>>`,
        5: '<</Type/Pages/Rotate 270>>',
        6: '<</Rotate 180>>',
      }),
    );
    expect(file.pages.map((page) => page.rotate)).toEqual([90, 180, 270]);
  });

  test.each([
    ['fewer pages than it counts', { ...pagesOf(2), 2: `<</Count 3/Kids[${kids(3, 5)}]>>` }, 'damaged'],
    ['a kid that is nowhere', { ...pagesOf(2), 2: `<</Count 3/Kids[${kids(3, 5, 99)}]>>` }, 'damaged'],
    ['no pages', { 1: '<</Pages 2 0 R>>', 2: '<</Count 0/Kids[]>>' }, 'damaged'],
    [
      'itself within it',
      { 1: '<</Pages 2 0 R>>', 2: `<</Count 1/Kids[${kids(3)}]>>`, 3: `<</Kids[${kids(2)}]>>` },
      'damaged',
    ],
    ['no root', { 1: '<</Type/Catalog>>' }, 'damaged'],
    ['more pages than any report', pagesOf(501), 'too-complex'],
  ])('with %s is refused', (_, objects, code) => {
    expect(troubleOf(() => openPdf(buildPdf(objects)))).toBe(code);
  });

  test('that branches twelvefold nine times over is refused, pages or none', () => {
    for (const leaf of ['<</Type/Page>>', '<</Kids[]>>']) {
      const objects: Record<number, string> = { 1: '<</Pages 2 0 R>>', 12: leaf };
      for (let level = 2; level < 12; level++) objects[level] = `<</Kids[${kids(...Array(12).fill(level + 1))}]>>`;
      expect(troubleOf(() => openPdf(buildPdf(objects)))).toBe('too-complex');
    }
  });

  test('that is deeper than any is refused', () => {
    const objects: Record<number, string> = { 1: '<</Pages 2 0 R>>', 300: '<</Type/Page>>' };
    for (let level = 2; level < 300; level++) objects[level] = `<</Kids[${kids(level + 1)}]>>`;
    expect(troubleOf(() => openPdf(buildPdf(objects)))).toBe('too-complex');
  });
});
