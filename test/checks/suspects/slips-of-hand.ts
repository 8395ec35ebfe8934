import type { Slip } from '../../../checks/finding.ts';
import { areNeighbours, placesOfForm } from '../../../checks/suspects/places.ts';
import { tableForm } from '../../../forms/catalogue.ts';
import type { FigureId, TableForm } from '../../../forms/form.ts';
import type { Figure, Figures } from '../../../parsers/figures/figure.ts';
import type { Transcription } from '../../../samples/transcription.ts';
import { BLANK, stated } from '../readings.ts';

/** Tables 3 and 4 of a report as published. */
export interface Published {
  readonly id: string;
  readonly forms: readonly TableForm[];
  readonly figures: Figures;
}

/** A slip as a hand makes it: what stands in the cells afterwards. */
export interface MadeSlip {
  readonly kind: Slip;
  readonly cells: ReadonlyMap<FigureId, Figure>;
}

export function published({ id, forms, figures }: Transcription): Published {
  return {
    id,
    forms: [tableForm(forms.t3, 't3'), tableForm(forms.t4, 't4')],
    figures: Object.fromEntries(
      Object.entries(figures)
        .filter(([figure]) => /^t[34]/.test(figure))
        .map(([figure, value]) => [figure, value === null ? BLANK : stated(value)]),
    ),
  };
}

export const withSlips = ({ figures }: Published, slips: readonly MadeSlip[]): Figures => ({
  ...figures,
  ...Object.fromEntries(slips.flatMap(({ cells }) => [...cells])),
});

/** Every slip of each kind that can be made in the report, made without the predicates that recognise them. */
export function everySlip(report: Published): MadeSlip[] {
  const places = report.forms.flatMap((form) => [...placesOfForm(form)]);
  const cells = places.map(([cell]) => cell);
  const pairs = places.flatMap(([one, place], at) =>
    places.slice(at + 1).flatMap(([two, other]) => (areNeighbours(place, other) ? [[one, two] as const] : [])),
  );
  return [
    ...cells.flatMap((cell) => digitSlips(cell, trueValue(report, cell))),
    ...report.forms.flatMap(({ sums }) => sums.flatMap(({ addends, totals }) => oldTotals(report, addends, totals))),
    ...pairs.flatMap(([one, two]) => exchange(report, one, two)),
  ];
}

export const trueValue = ({ figures }: Published, cell: FigureId): number => figures[cell]?.value ?? 0;

function digitSlips(cell: FigureId, value: number): MadeSlip[] {
  const text = String(value);
  const made = (kind: Slip, texts: readonly string[]) =>
    [...new Set(texts)]
      .filter((it) => it === '' || Number(it) !== value)
      .map((it): MadeSlip => ({ kind, cells: new Map([[cell, it === '' ? BLANK : stated(Number(it))]]) }));
  const each = (change: (before: string, digit: string, after: string) => string[]) =>
    [...text].flatMap((digit, at) => change(text.slice(0, at), digit, text.slice(at + 1)));
  return [
    ...made('digit-dropped', value === 0 ? [] : each((before, _, after) => [before + after])),
    ...made(
      'digit-doubled',
      each((before, digit, after) => [before + digit + digit + after]),
    ),
    ...made(
      'digit-changed',
      each((before, digit, after) => otherDigits(digit).map((other) => before + other + after)),
    ),
    ...made(
      'digits-swapped',
      each((before, digit, after) => [before + after.slice(0, 1) + digit + after.slice(1)]),
    ),
  ];
}

/** Some digits that are written for another, few enough for a quick test. */
const otherDigits = (digit: string) => ['0', '1', String((Number(digit) + 1) % 10), String((Number(digit) + 5) % 10)];

function oldTotals(report: Published, addends: readonly FigureId[], totals: readonly FigureId[]): MadeSlip[] {
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const value = trueValue(report, total);
  const parts = new Set(addends.map((cell) => trueValue(report, cell)).filter((part) => part > 0 && part <= value));
  return [...parts].map((part) => ({
    kind: 'total-not-recalculated',
    cells: new Map([[total, stated(value - part)]]),
  }));
}

function exchange(report: Published, one: FigureId, two: FigureId): MadeSlip[] {
  const [first, second] = [report.figures[one], report.figures[two]];
  if (!first || !second || trueValue(report, one) === trueValue(report, two)) return [];
  const kind = trueValue(report, one) === 0 || trueValue(report, two) === 0 ? 'shifted' : 'cells-swapped';
  return [
    {
      kind,
      cells: new Map([
        [one, second],
        [two, first],
      ]),
    },
  ];
}
