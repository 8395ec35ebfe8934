import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureId } from '../../../../forms/form.ts';
import type { Document, Page, Word } from '../../../../parsers/document/document.ts';
import type { Figure } from '../../../../parsers/figures/figure.ts';
import { readFigures } from '../../../../parsers/figures/read-figures.ts';
import { readByLines } from '../../../../parsers/tables/aligned/read-by-lines.ts';
import type { Setting } from './lay-lines.ts';
import { documentOf, PLAIN, pagesOf, type Simulation, simulation, textsOf } from './simulated-report.ts';
import type { SimulatedTable } from './statutory-cells.ts';

const figuresIn = (pages: readonly Page[]): Readonly<Record<string, Figure>> =>
  readFigures(readByLines(documentOf(pages)));

/** Of money the text is in 万元, or in what the cell says. */
const isTold = (id: string) => !id.endsWith('.amount');

function compare({ texts }: Pick<Simulation, 'texts'>, figures: Readonly<Record<string, Figure>>) {
  const ids = Object.keys(texts).filter(isTold);
  const told = ids.filter((id) => !['missing', 'unreadable'].includes(figures[id]?.state ?? 'missing'));
  const wrong = told.filter((id) => figures[id]?.raw !== texts[id as FigureId]);
  const strangers = Object.keys(figures).filter((id) => !(id in texts) && figures[id]?.state !== 'missing');
  return { count: ids.length, found: told.length - wrong.length, wrong, strangers };
}

const plain = (textOf: (id: FigureId, at: number) => string): Simulation => ({
  form: '2021',
  texts: textsOf('2021', textOf),
  setting: PLAIN,
});

/** Every figure has its own number. */
const NUMBERED = plain((_, at) => String(at + 1));

describe('reading statutory tables from lines of text', () => {
  test('no figure is wrong, however the tables are set', () => {
    fc.assert(
      fc.property(simulation(), (report) => {
        const { wrong, strangers } = compare(report, figuresIn(pagesOf(report)));
        expect({ wrong, strangers }).toEqual({ wrong: [], strangers: [] });
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('at least 95 % of the figures are found', () => {
    const reports = fc.sample(simulation(), { numRuns: 40, seed: 2021 });
    const compared = reports.map((report) => compare(report, figuresIn(pagesOf(report))));
    const sum = (of: 'count' | 'found') => compared.reduce((total, one) => total + one[of], 0);
    expect(sum('found') / sum('count')).toBeGreaterThan(0.95);
  }, 120_000);

  test('each figure of a plain report is found with its place', () => {
    const figures = figuresIn(pagesOf(NUMBERED));
    expect(compare(NUMBERED, figures)).toMatchObject({ count: 199, found: 199, wrong: [] });
    expect(figures['t3.granted.total']).toMatchObject({ doubtful: true, notes: ['aligned-without-rulings'] });
    expect(figures['t3.granted.total']?.where).toMatchObject({ page: 1 });
  });

  test('a blank shifts no other figure', () => {
    const blank = 't3.granted.research_institution';
    const report = plain((id, at) => (id === blank ? '' : String(at + 1)));
    const figures = figuresIn(pagesOf(report));
    expect(figures[blank]).toMatchObject({ state: 'blank', value: null });
    expect(compare(report, figures)).toMatchObject({ found: 199, wrong: [] });
  });

  test('figures beside a group label that runs into the blank row above are not read as blank', () => {
    // The label of the blank row and the first line of its next neighbour's group, （三）, look like one label.
    const setting: Setting = {
      ...PLAIN,
      ...{ size: 10.5, lineHeight: 1.8, labelWidth: 30, groupWidth: 4, figureWidth: 5, padding: 0.4 },
      ...{ figures: 'right', vertical: 'top', pageLines: 68 },
    };
    const report = plain((id, at) => (id.startsWith('t3.partially_granted.') ? '' : String(at + 1)));
    expect(compare(report, figuresIn(pagesOf({ ...report, setting }))).wrong).toEqual([]);
  });

  test('a blank row does not take the figures beside a label that the form does not have', () => {
    const blank = 't3.other_fee_unpaid.';
    const report = plain((id, at) => (id.startsWith(blank) ? '' : String(at + 1)));
    const setting: Setting = { ...PLAIN, labelWidth: 20 };
    const rename = (table: SimulatedTable): SimulatedTable => ({
      ...table,
      cells: table.cells.map((cell) => (cell.text === '3.其他' ? { ...cell, text: '9.转送有关部门' } : cell)),
    });
    const figures = figuresIn(pagesOf({ ...report, setting }, rename));
    const stated = Object.keys(figures).filter((id) => id.startsWith(blank) && figures[id]?.state === 'stated');
    expect(stated).toEqual([]);
    expect(compare(report, figures).wrong).toEqual([]);
  });

  test('the unit that a header prints goes with its amount', () => {
    const figures = figuresIn(pagesOf(plain((id) => (id.endsWith('.amount') ? '12.5' : '0'))));
    expect(figures['t2.fees.amount']).toMatchObject({ value: 125_000, unit: '万元' });
  });

  test('numbers in the prose around a table are none of its figures', () => {
    const withoutTables = pagesOf(NUMBERED, (table) => ({ ...table, cells: [] })).map((page) => page);
    const states = Object.values(figuresIn(withoutTables)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['missing']));
  });

  test('a row in another place than the form has it is left out, and so is what stands beside it', () => {
    const swap = (table: SimulatedTable): SimulatedTable => {
      const rows = [table.headerRows, table.headerRows + 1];
      if (table.headerRows !== 3 || table.labels < 3) return table;
      const cells = table.cells.map((cell) => {
        const at = rows.indexOf(cell.row);
        return at < 0 ? cell : { ...cell, row: rows[1 - at] ?? cell.row };
      });
      return { ...table, cells };
    };
    expect(compare(NUMBERED, figuresIn(pagesOf(NUMBERED, swap)))).toMatchObject({ found: 185, wrong: [] });
  });
});

/** Changes the words of one figure, which is known by its text. */
function changeWord(pages: readonly Page[], text: string, change: (word: Word) => readonly Word[]): readonly Page[] {
  return pages.map((page) => ({
    ...page,
    lines: page.lines
      .flatMap(({ words }) => words.flatMap((word) => (word.text === text ? change(word) : [word])))
      .reduce<{ words: Word[] }[]>((lines, word) => {
        const own = lines.find(({ words: [first] }) => first && Math.abs(first.box[1] - word.box[1]) < 0.5);
        if (own) own.words.push(word);
        else lines.push({ words: [word] });
        return lines;
      }, [])
      .map(({ words }) => ({ words: words.toSorted((a, b) => a.box[0] - b.box[0]) }))
      .toSorted((a, b) => (a.words[0]?.box[1] ?? 0) - (b.words[0]?.box[1] ?? 0)),
  }));
}

describe('what cannot be told', () => {
  const id = 't3.refused_prohibited_by_law.natural_person';
  const drawn = plain((figure, at) => (figure === id ? '8643' : String(at + 1)));
  const report = { ...drawn, setting: { ...PLAIN, lineHeight: 2.6 } };
  const at = ({ box: [x0, y0, x1, y1] }: Word, text: string, dx: number, dy: number): Word => ({
    text,
    box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy],
  });

  test.each<[string, (word: Word) => readonly Word[]]>([
    ['a number on two lines of its cell', (word) => [at(word, '86', 0, -6), at(word, '43', 0, 6)]],
    ['a number whose second line hangs below', (word) => [word, at(word, '21', 0, 11)]],
    ['a number midway between two rows', (word) => [at(word, '8643', 0, 11.7)]],
    ['digits with spaces between them', (word) => [at(word, '86', -6, 0), at(word, '43', 6, 0)]],
  ])('%s is left out', (_, change) => {
    const figures = figuresIn(changeWord(pagesOf(report), '8643', change));
    expect(['missing', 'unreadable']).toContain(figures[id]?.state);
    expect(compare(report, figures).wrong).toEqual([]);
  });

  test('a table that stands twice under its heading is left out', () => {
    const pages = pagesOf(NUMBERED);
    const twice: Document = documentOf([
      ...pages.map((page) => ({
        ...page,
        lines: page.lines.filter(({ words }) => !/^[四五六]、/u.test(words[0]?.text ?? '')),
      })),
      ...pages.map((page) => ({
        ...page,
        lines: page.lines.filter(({ words }) => !/^[一二三四五六]、.*(?:况|项)$/u.test(words[0]?.text ?? '')),
      })),
    ]);
    const figures: Readonly<Record<string, Figure>> = readFigures(readByLines(twice));
    expect(figures['t3.granted.total']?.state).toBe('missing');
  });

  test('neither a page of noise nor an empty one is read, or throws', () => {
    const words = Array.from({ length: 400 }, (_, k): Word => ({ text: `${k % 9}`, box: [k * 3, 10, k * 3 + 2, 18] }));
    const page: Page = { page: 1, width: 1200, height: 800, lines: Array.from({ length: 40 }, () => ({ words })) };
    for (const pages of [[], [{ ...page, lines: [] }], [page]]) {
      expect(Object.values(figuresIn(pages)).every(({ state }) => state === 'missing')).toBe(true);
    }
  });
});
