import { describe, expect, test } from 'vitest';
import { DrawingBudget } from '../../../../parsers/pdf/page/drawing-budget.ts';
import { PageRecorder } from '../../../../parsers/pdf/page/recorder.ts';
import type { ShownGlyph } from '../../../../parsers/pdf/page/text-recorder.ts';

const BOX = [10, 20, 210, 120] as const;
const A: ShownGlyph = { text: 'a', width: 500, isWordSpace: false, vertical: null };

const recorder = (rotate = 0) => new PageRecorder({ page: 3, box: BOX, rotate }, new DrawingBudget());

/** Text at (30, 40), and a line from there ten to the right and five up, on a page of 200 by 100 from (10, 20). */
function drawn(rotate: number) {
  const page = recorder(rotate);
  page.text.setFont({ name: 'F', vertical: false }, 8);
  page.text.begin();
  page.text.move(30, 40);
  page.text.show([A]);
  page.path.moveTo(30, 40);
  page.path.lineTo(40, 45);
  page.paint({ fill: false, stroke: true, evenOdd: false });
  return page.finish();
}

describe('the page as it is shown', () => {
  test.each([
    [0, [200, 100], [20, 80, 4, 0, 0, -1], [20, 80, 30, 75]],
    [90, [100, 200], [20, 20, 0, 4, 1, 0], [20, 20, 25, 30]],
    [180, [200, 100], [180, 20, -4, 0, 0, 1], [180, 20, 170, 25]],
    [270, [100, 200], [80, 180, 0, -4, -1, 0], [80, 180, 75, 170]],
    [-90, [100, 200], [80, 180, 0, -4, -1, 0], [80, 180, 75, 170]],
    [450, [100, 200], [20, 20, 0, 4, 1, 0], [20, 20, 25, 30]],
  ])('turned by %i degrees', (rotate, size, placed, line) => {
    const { page, width, height, glyphs, paths } = drawn(rotate);
    expect(page).toBe(3);
    expect([width, height]).toEqual(size);
    const [{ x = 0, y = 0, dx = 0, dy = 0, upX = 0, upY = 0 } = {}] = glyphs;
    expect([x, y, dx, dy, upX, upY].map((value) => value + 0)).toEqual(placed);
    expect(paths[0]?.subpaths[0]?.points).toEqual(line);
    expect(glyphs[0]?.clip).toEqual([0, 0, width, height]);
  });
});

test('what an engine shows by items is one run', () => {
  const page = recorder();
  page.text.setFont({ name: 'F', vertical: false }, 10);
  page.text.show([A, -1000, A]);
  page.text.show([A]);
  expect(page.finish().glyphs.map(({ x, run }) => [x + 10, run])).toEqual([
    [0, 1],
    [15, 1],
    [20, 2],
  ]);
});

test('a mirrored baseline keeps the top of its glyphs', () => {
  const page = recorder();
  page.text.setFont({ name: 'F', vertical: false }, 10);
  page.transform([-1, 0, 0, 1, 100, 0]);
  page.text.show([A]);
  expect(page.finish().glyphs[0]).toMatchObject({ dx: -5, upY: -1, size: 10 });
});

test('a form ends more often than it began', () => {
  const page = recorder();
  page.endForm();
  page.save();
  page.beginForm([1, 0, 0, 1, 5, 5], null);
  page.endForm();
  page.endForm();
  page.path.rectangle(10, 20, 1, 1);
  page.paint({ fill: true, stroke: false, evenOdd: false });
  expect(page.finish().paths[0]?.subpaths[0]?.points.slice(0, 2)).toEqual([0, 100]);
});

test('pages of a file share one budget', () => {
  const budget = new DrawingBudget();
  const fill = (page: number) => {
    const on = new PageRecorder({ page, box: BOX, rotate: 0 }, budget);
    for (let count = 0; count < 150_000; count++) on.text.show([A]);
  };
  fill(1);
  fill(2);
  expect(() => fill(3)).toThrow('too-complex: glyphs');
});
