import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FormId, Label, TableForm, TableId } from '../../forms/form.ts';
import type { TableContent } from '../../samples/writers/layout-table.ts';
import type { Dress } from './dress.ts';
import { dressFigure } from './figure-dress.ts';
import { dressCharacters } from './label-characters.ts';
import { loseCharacters } from './label-losses.ts';
import type { Random } from './random.ts';

type Figures = Readonly<Record<string, number | null>>;

/** Labels and cell texts as the dress words them. A figure that is not given is written as blank. */
export function dressedContent(
  forms: Readonly<Record<TableId, FormId>>,
  figures: Figures,
  dress: Dress,
  random: Random,
): TableContent {
  const tables = TABLE_IDS.map((table) => tableForm(forms[table], table));
  const rivals = tables.flatMap(labelTexts);
  const quantities = new Map(tables.flatMap(figuresOf).map(({ id, column }) => [id, column.quantity] as const));
  return {
    wording: (label) => dressLabel(label, rivals, dress, random),
    figure(id) {
      const quantity = quantities.get(id);
      if (!quantity) throw new Error(`${id} is in none of the report's forms`);
      return dressFigure({ id, value: figures[id] ?? null, quantity }, dress, random);
    },
  };
}

/** A label or heading in the dress's words and characters. */
function dressLabel(label: Label, rivals: readonly string[], dress: Dress, random: Random): string {
  const worded = dress.wording === 'variants' ? random.pick([label.zh, ...(label.variants ?? [])]) : label.zh;
  const left = dress.lostCharacters ? loseCharacters(worded, rivals, random) : worded;
  return dressCharacters(left, dress.characters, random);
}

function labelTexts(form: TableForm): string[] {
  const labels = form.bands.flatMap((band) => [
    ...(band.title ? [band.title] : []),
    ...(band.corner ? [band.corner] : []),
    ...[...band.columns, ...band.rows].flatMap((line) => line.path),
  ]);
  return labels.flatMap((label) => [label.zh, ...(label.variants ?? [])]);
}
