import { FORMS, TABLE_IDS } from '../../../forms/catalogue.ts';
import type { Band, Label, TableId } from '../../../forms/form.ts';
import { lazy } from '../lazy.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { FITTING, labelSimilarity, wordingsOf } from '../similarity.ts';
import { JOINING } from './settings.ts';

/** For each form its lines from top to bottom: titles of bands, first cells of headers and the own labels of rows. */
const LINES: readonly (readonly Label[])[] = FORMS.map((form) =>
  TABLE_IDS.flatMap((table) => form.tables[table].bands.flatMap(linesOf)),
);

function linesOf({ title, corner, rows }: Band): readonly Label[] {
  return [title, corner, ...rows.map((row) => row.path.at(-1))].filter((label) => label !== undefined);
}

const ALL_BANDS = FORMS.flatMap((form) => TABLE_IDS.flatMap((table) => form.tables[table].bands));
const ALL_LINES = [...new Set(LINES.flat())];
const GROUPS = [...new Set(ALL_BANDS.flatMap(({ rows }) => rows.flatMap((row) => row.path.slice(0, -1))))];
const COLUMNS = [...new Set(ALL_BANDS.flatMap(({ columns }) => columns.flatMap((column) => column.path)))];
/** 其他 and 总计 head rows too, and make no header by themselves. */
const columnsOnly = lazy(() =>
  COLUMNS.filter(
    (column) =>
      !ALL_LINES.some((line) => wordingsOf(line).some((wording) => labelSimilarity(wording, column) >= FITTING.exact)),
  ),
);

const allWordings = lazy(() => [...new Set([...ALL_LINES, ...GROUPS, ...COLUMNS].flatMap(wordingsOf))]);
const columnsOfTables = lazy(() =>
  TABLE_IDS.map((table) => ({
    table,
    columns: columnsOnly().filter((label) =>
      FORMS.some((form) =>
        form.tables[table].bands.some((band) => band.columns.some(({ path }) => path.includes(label))),
      ),
    ),
  })),
);

const nearest = (text: string, labels: readonly Label[]): number => {
  const normal = normaliseLabel(text);
  let best = 0;
  for (const label of labels) best = Math.max(best, labelSimilarity(normal, label));
  return best;
};

/** Likeness, 0 to 1, to the nearest label of a row, band or group. */
export const likenessToLine = (text: string): number => Math.max(nearest(text, ALL_LINES), nearest(text, GROUPS));

/** The same for labels that stand over columns only. */
export const likenessToHeader = (text: string): number => nearest(text, columnsOnly());

/** The table in which a text is a label over columns, where it is one. */
export function tableOfHeader(text: string): TableId | undefined {
  if (likenessToHeader(text) < JOINING.leastKnown) return undefined;
  const tables = columnsOfTables();
  const likeness = tables.map(({ columns }) => nearest(text, columns));
  return tables[likeness.indexOf(Math.max(...likeness))]?.table;
}

/** The same for every label of the forms. */
export const likenessToAny = (text: string): number => Math.max(likenessToLine(text), nearest(text, COLUMNS));

/** How well two texts read as the labels of two lines of one form, the second further down: the worse of the two. */
export function likenessToTwoLines(upper: string, lower: string): number {
  const [first, second] = [normaliseLabel(upper), normaliseLabel(lower)];
  let best = 0;
  for (const lines of LINES) {
    let above = 0;
    for (const line of lines) {
      best = Math.max(best, Math.min(above, labelSimilarity(second, line)));
      above = Math.max(above, labelSimilarity(first, line));
    }
  }
  return best;
}

/** Whether a label of the forms begins with the text. */
export function beginsLabel(text: string): boolean {
  const normal = normaliseLabel(text);
  return normal.length > 1 && allWordings().some((wording) => wording.startsWith(normal));
}
