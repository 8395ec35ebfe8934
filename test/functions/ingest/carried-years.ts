import { figuresOf, TABLE_IDS, tableForm } from '../../../forms/catalogue.ts';
import type { FigureId } from '../../../forms/form.ts';
import { derive } from '../../dresses/arbitrary.ts';
import { docxOf } from '../../records/assessed.ts';
import { BODY } from './uploads.ts';

/** Requests of natural persons through three years: 1 is carried from 2021 into 2022, where 3 are said to come in. */
export const YEARS = {
  2020: { year: 2020, carriedIn: 0, granted: 8, carriedOut: 2 },
  2021: { year: 2021, carriedIn: 2, granted: 6, carriedOut: 1 },
  2022: { year: 2022, carriedIn: 3, granted: 10, carriedOut: 0 },
  /** 2021 once more, with the 3 that 2022 speaks of. */
  corrected: { year: 2021, carriedIn: 2, granted: 6, carriedOut: 3 },
} as const;
export type Which = keyof typeof YEARS;

export function docxOfYear(which: Which): Uint8Array {
  const { year, carriedIn, granted, carriedOut } = YEARS[which];
  const form = year < 2021 ? '2019' : '2021';
  const forms = { t2: form, t3: form, t4: form } as const;
  const tables = TABLE_IDS.map((table) => tableForm(forms[table], table));
  const leaves: Record<FigureId, number> = Object.fromEntries(tables.flatMap(figuresOf).map(({ id }) => [id, 0]));
  leaves['t3.carried_in.natural_person'] = carriedIn;
  leaves['t3.granted.natural_person'] = granted;
  leaves['t3.carried_out.natural_person'] = carriedOut;
  const figures = derive(
    leaves,
    tables.flatMap(({ sums }) => sums),
  );
  return docxOf({ forms, figures, body: BODY, year });
}
