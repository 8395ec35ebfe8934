import { describe, expect, test } from 'vitest';
import { stream } from '../pdfjs/small-pdf.ts';
import { draw, shapes, whyNot } from './read-lean.ts';

const kinds = (content: string) =>
  draw(content).paths.map(
    ({ fill, stroke, evenOdd, subpaths }) =>
      `${fill ? 'fill' : ''}${stroke ? 'stroke' : ''}${evenOdd ? ' even-odd' : ''}${subpaths[0]?.closed ? ' closed' : ''}`,
  );

describe('paths', () => {
  test('stand in the space of the page, y downwards', () => {
    expect(shapes(draw('10 20 m 60 20 l S 5 5 10 20 re f'))).toEqual([
      [10, 80, 60, 80],
      [5, 95, 15, 95, 15, 75, 5, 75],
    ]);
  });

  test.each([
    ['S', 'stroke'],
    ['s', 'stroke closed'],
    ['f', 'fill'],
    ['F', 'fill'],
    ['f*', 'fill even-odd'],
    ['B', 'fillstroke'],
    ['B*', 'fillstroke even-odd'],
    ['b', 'fillstroke closed'],
    ['b*', 'fillstroke even-odd closed'],
  ])('%s paints', (operator, kind) => {
    expect(kinds(`1 1 m 9 1 l 9 9 l ${operator}`)).toEqual([kind]);
  });

  test('n paints nothing, and a path is painted once', () => {
    expect(draw('1 1 8 8 re n f S').paths).toEqual([]);
  });

  test('curves are given by their ends', () => {
    const [path] = draw('0 0 m 1 1 2 2 30 40 c 3 3 50 40 v 4 4 60 40 y S').paths;
    expect(path?.subpaths).toEqual([{ points: [0, 100, 30, 60, 50, 60, 60, 60], closed: false, curved: true }]);
  });

  test('after closing, a line goes on from where the subpath began', () => {
    expect(shapes(draw('10 10 m 20 10 l 20 20 l h 10 50 l S'))).toEqual([
      [10, 90, 20, 90, 20, 80],
      [10, 90, 10, 50],
    ]);
  });

  test('the transformation counts that holds while the path is built', () => {
    expect(shapes(draw('10 10 m 2 0 0 2 0 0 cm 10 10 l S'))).toEqual([[10, 90, 20, 80]]);
  });
});

describe('line styles', () => {
  test('width grows with the transformation', () => {
    expect(draw('3 w 2 0 0 2 0 0 cm 0 0 m 9 9 l S').paths[0]?.stroke?.width).toBeCloseTo(6);
  });

  test.each([
    ['[3 1] 0 d', true],
    ['[] 0 d', false],
    ['[0 0] 0 d', false],
    ['[3] 0 d [] 0 d', false],
  ])('%s', (dash, dashed) => {
    expect(draw(`${dash} 0 0 m 9 9 l S`).paths[0]?.stroke?.dashed).toBe(dashed);
  });

  test('from a parameter dictionary', () => {
    const resources = '/ExtGState<</G <</LW 4/D[[2 2]0]/CA .25/ca .5>>>>';
    const [path] = draw('/G gs 0 0 9 9 re B', { resources }).paths;
    expect(path?.stroke).toEqual({ rgb: 0, alpha: 0.25, width: 4, dashed: true });
    expect(path?.fill?.alpha).toBe(0.5);
  });
});

describe('saved states', () => {
  test('bring back transformation, colour and clip', () => {
    const page = draw('q 1 0 0 1 50 50 cm 1 g 0 0 9 9 re W n Q 0 0 9 9 re f');
    expect(shapes(page)).toEqual([[0, 100, 9, 100, 9, 91, 0, 91]]);
    expect(page.paths[0]).toMatchObject({ fill: { rgb: 0 }, clip: [0, 0, 200, 100] });
  });

  test('may be restored too often, or never', () => {
    expect(shapes(draw('Q Q q q 0 0 m 9 9 l S'))).toEqual([[0, 100, 9, 91]]);
  });

  test('are bounded', () => {
    expect(whyNot('q '.repeat(30_000))).toBe('too-complex: saved-states');
  });
});

describe('clips', () => {
  const clipOf = (content: string) => draw(`${content} 0 0 m 9 9 l S`).paths.at(-1)?.clip;

  test('take effect with the next painting operator, not before', () => {
    const [first, second] = draw('10 10 30 30 re W f 0 0 99 99 re f').paths;
    expect(first?.clip).toEqual([0, 0, 200, 100]);
    expect(second?.clip).toEqual([10, 60, 40, 90]);
  });

  test('narrow one another', () => {
    expect(clipOf('10 10 30 30 re W n 20 0 99 99 re W* n')).toEqual([20, 60, 40, 90]);
  });

  test('are the bounding boxes of their paths', () => {
    expect(clipOf('10 10 m 50 10 l 30 40 l W n')).toEqual([10, 60, 50, 90]);
  });

  test('that do not meet leave no area', () => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = clipOf('10 10 5 5 re W n 50 50 5 5 re W n') ?? [];
    expect((x1 - x0) * (y1 - y0)).toBe(0);
    expect(x1 >= x0 && y1 >= y0).toBe(true);
  });

  test('without a path change nothing', () => {
    expect(clipOf('W n')).toEqual([0, 0, 200, 100]);
  });
});

describe('pictures and shadings', () => {
  const resources = '/XObject<</I 5 0 R>>';
  const objects = [
    stream('/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray', 'x'),
  ];

  test('an image fills the unit square', () => {
    expect(draw('q 50 0 0 30 10 20 cm /I Do Q', { resources, objects }).images).toEqual([
      { box: [10, 50, 60, 80], clip: [0, 0, 200, 100], order: 1 },
    ]);
  });

  test('an inline image ends at its EI, whatever its bytes are', () => {
    const page = draw('9 0 0 9 0 0 cm BI /W 4 /H 1 /BPC 8 /CS /G ID  EI  EI 0 0 m 1 1 l S');
    expect([page.images.length, page.paths.length]).toEqual([1, 1]);
  });

  test('an inline image without an end is not read past', () => {
    expect(whyNot('BI /W 4 /H 1 /BPC 8 /CS /G ID xxxx 0 0 m 1 1 l S')).toBe('declined: inline-image');
  });

  test('a shading covers the clip', () => {
    const page = draw('10 10 20 20 re W n /S sh');
    expect(shapes(page)).toEqual([[10, 70, 30, 70, 30, 90, 10, 90]]);
    expect(page.paths[0]?.fill?.rgb).toBeNull();
  });

  test('everything painted is counted in one order', () => {
    const page = draw('0 0 9 9 re f BT /F 9 Tf (a) Tj ET q /I Do Q 0 0 9 9 re S', { resources, objects });
    expect([page.paths[0], page.glyphs[0], page.images[0], page.paths[1]].map((item) => item?.order)).toEqual([
      1, 2, 3, 4,
    ]);
  });
});
