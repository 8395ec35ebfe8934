import { describe, expect, test } from 'vitest';
import { stream } from '../pdfjs/small-pdf.ts';
import { draw, places, shapes, textOf, whyNot } from './read-lean.ts';

const form = (entries: string, content: string) => stream(`/Type/XObject/Subtype/Form${entries}`, content);
const A = '/XObject<</A 5 0 R>>';
const LINE = '0 0 m 9 9 l S';

describe('a form', () => {
  test('is drawn through its matrix, within its box', () => {
    const objects = [form('/Matrix[2 0 0 2 10 20]/BBox[0 0 5 5]', LINE)];
    const page = draw('/A Do', { resources: A, objects });
    expect(shapes(page)).toEqual([[10, 80, 28, 62]]);
    expect(page.paths[0]?.clip).toEqual([10, 70, 20, 80]);
  });

  test('leaves the state as it was, whatever it restores or leaves open', () => {
    const objects = [form('', 'Q Q 1 g q q 5 0 0 5 0 0 cm')];
    const page = draw(`q 1 0 0 1 50 50 cm /A Do ${LINE} Q ${LINE}`, { resources: A, objects });
    expect(shapes(page)).toEqual([
      [50, 50, 59, 41],
      [0, 100, 9, 91],
    ]);
    expect(page.paths[0]?.stroke?.rgb).toBe(0);
  });

  test('uses its own resources, or those of the page', () => {
    const font = '/Font<</F<</Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>';
    const text = 'BT /F 10 Tf (ab) Tj ET';
    expect(places(draw('/A Do', { resources: A, objects: [form(`/Resources<<${font}>>`, text)] }))[1]).toBe(
      'b 5.56,100',
    );
    expect(places(draw('/A Do', { resources: A, objects: [form('', text)] }))[1]).toBe('b 6,100');
  });

  test('within a form', () => {
    const objects = [
      form('/Matrix[1 0 0 1 10 0]/Resources<</XObject<</B 6 0 R>>>>', `/B Do ${LINE}`),
      form('/Matrix[1 0 0 1 5 0]', LINE),
    ];
    expect(shapes(draw('/A Do', { resources: A, objects }))).toEqual([
      [15, 100, 24, 91],
      [10, 100, 19, 91],
    ]);
  });
});

describe('hostile forms', () => {
  test('one that draws itself is drawn once', () => {
    expect(
      shapes(draw('/A Do', { resources: A, objects: [form(`/Resources<<${A}>>`, `${LINE} /A Do`)] })),
    ).toHaveLength(1);
  });

  test('nested too deep', () => {
    const objects = Array.from({ length: 40 }, (_, level) =>
      form(`/Resources<</XObject<</A ${level + 6} 0 R>>>>`, '/A Do'),
    );
    expect(whyNot('/A Do', { resources: A, objects })).toBe('too-complex: form-depth');
  });

  test('twelve times in one another, nine levels deep', () => {
    const objects = Array.from({ length: 9 }, (_, level) =>
      form(`/Resources<</XObject<</A ${level + 6} 0 R>>>>`, '/A Do '.repeat(12)),
    );
    expect(whyNot('/A Do', { resources: A, objects: [...objects, form('', LINE)] })).toBe('too-complex: forms');
  });
});

describe('optional content', () => {
  const resources = '/XObject<</A 5 0 R>>/Properties<</L 6 0 R/M 7 0 R/On 8 0 R>>';
  const layers = (off: string) => `/OCProperties<</OCGs[6 0 R 8 0 R]/D<<${off}>>>>`;
  const objects = (policy = '') => [
    form('/OC 6 0 R', 'BT /F 9 Tf (f) Tj ET'),
    '<</Type/OCG>>',
    `<</Type/OCMD/OCGs[6 0 R 8 0 R]${policy}>>`,
    '<</Type/OCG/Usage<</View<</ViewState/OFF>>>>>>',
  ];
  const CONTENT =
    'BT /F 9 Tf /OC /L BDC /Span BMC (l) Tj EMC EMC (-) Tj /OC /M BDC (m) Tj EMC /OC /On BDC (o) Tj EMC ET /A Do';
  const visible = (off: string, policy?: string) =>
    draw(CONTENT, { resources, objects: objects(policy), catalogue: layers(off) })
      .glyphs.filter(({ invisible }) => !invisible)
      .map(({ text }) => text)
      .join('');

  test.each([
    ['all on', '', '', 'l-mof'],
    ['one off', '/OFF[6 0 R]', '', '-mo'],
    ['off at the base', '/BaseState/OFF/ON[6 0 R]', '', 'l-mf'],
    ['all of a membership must be on', '/OFF[6 0 R]', '/P/AllOn', '-o'],
    ['any may be off', '/OFF[6 0 R]', '/P/AnyOff', '-mo'],
    ['all must be off', '/OFF[6 0 R]', '/P/AllOff', '-o'],
    ['by what it is used for', '/AS[<</Event/View/Category[/View]/OCGs[8 0 R]>>]', '', 'l-mf'],
    ['printing is another matter', '/AS[<</Event/Print/Category[/Print]/OCGs[8 0 R]>>]', '', 'l-mof'],
  ])('%s', (_, off, policy, shown) => {
    expect(visible(off, policy)).toBe(shown);
  });

  test('what is hidden covers nothing and takes its room', () => {
    const page = draw('/OC /L BDC 0 0 9 9 re f BT /F 10 Tf (a) Tj EMC (b) Tj ET', {
      resources,
      objects: objects(),
      catalogue: layers('/OFF[6 0 R]'),
    });
    expect(page.paths).toEqual([]);
    expect(places(page)).toEqual(['a 0,100', 'b 6,100']);
  });

  test('marked content ends with its stream', () => {
    const hidden = { resources, catalogue: layers('/OFF[6 0 R]') };
    const open = [
      form('/Resources<</Properties<</L 6 0 R>>>>', '/OC /L BDC EMC EMC EMC /OC /L BDC'),
      ...objects().slice(1),
    ];
    const page = draw('/A Do BT /F 9 Tf (a) Tj ET', { ...hidden, objects: open });
    expect(page.glyphs[0]?.invisible).toBe(false);
  });

  test('an expression is not read', () => {
    expect(whyNot(CONTENT, { resources, objects: objects('/VE[/Not 6 0 R]'), catalogue: layers('/OFF[6 0 R]') })).toBe(
      'declined: layer-expression',
    );
  });
});

describe('annotations', () => {
  const appearance = form(
    '/BBox[0 0 10 10]/Resources<</Font<</F<</Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>>>>>',
    'BT /F 5 Tf (s) Tj ET',
  );
  const annotated = (entries: string) =>
    draw('5 0 0 5 0 0 cm', { page: `/Annots[<</Type/Annot/Rect[20 30 40 50]${entries}>>]`, objects: [appearance] });

  test('a stamp fills its rectangle, whatever state the page left', () => {
    expect(places(annotated('/Subtype/Stamp/AP<</N 5 0 R>>'))).toEqual(['s 20,70']);
    expect(annotated('/Subtype/Stamp/AP<</N 5 0 R>>').glyphs[0]).toMatchObject({ size: 10, clip: [20, 50, 40, 70] });
  });

  test('of states, the one that is set', () => {
    expect(textOf(annotated('/Subtype/Widget/AS/Yes/AP<</N<</Yes 5 0 R>>>>'))).toBe('s');
    expect(textOf(annotated('/Subtype/Widget/AS/Off/AP<</N<</Yes 5 0 R>>>>'))).toBe('');
  });

  test.each(['/Subtype/Link', '/Subtype/Popup', '/Subtype/Stamp/F 2', '/Subtype/Stamp/F 32'])(
    '%s shows nothing',
    (entries) => {
      expect(annotated(`${entries}/AP<</N 5 0 R>>`).glyphs).toEqual([]);
    },
  );
});
