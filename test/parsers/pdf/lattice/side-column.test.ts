import { expect, test } from 'vitest';
import { findLattices } from '../../../../parsers/pdf/lattice/find-lattices.ts';
import { findRulings } from '../../../../parsers/pdf/rulings/find-rulings.ts';
import { PageBuilder } from '../page-builder.ts';

const EM = 10;

/** Two columns and two rows from (100, 100) to (200, 160). */
function table(): PageBuilder {
  const page = new PageBuilder();
  for (const x of [100, 150, 200]) page.line([x, 100, x, 160], { width: 0.5 });
  for (const y of [100, 130, 160]) page.line([100, y, 200, y], { width: 0.5 });
  return page;
}
const latticesOf = (page: PageBuilder) => findLattices(findRulings(page.build(), EM), EM);

test('a line beside a table, as high as it, is the side of a label that takes the whole page', () => {
  const [lattice, ...others] = latticesOf(table().line([80, 100, 80, 160], { width: 0.5 }));
  expect(others).toEqual([]);
  expect(lattice?.xs).toHaveLength(4);
  expect(lattice?.cells[0]).toMatchObject({ row: 0, column: 0, rowSpan: 2, columnSpan: 1, bordered: false });
  expect(lattice?.cells).toHaveLength(5);
});

test.each([
  ['shorter than the table', [80, 100, 80, 130]],
  ['much higher than the table', [80, 20, 80, 300]],
  ['far from the table', [20, 100, 20, 160]],
])('a line %s is none', (_, points) => {
  const [lattice] = latticesOf(table().line(points, { width: 0.5 }));
  expect(lattice?.xs).toHaveLength(3);
});
