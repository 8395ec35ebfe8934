import fc from 'fast-check';
import type { CheckOutcome } from '../../checks/finding.ts';
import type { Reading, ReadTable } from '../../checks/reading.ts';
import type { Rule } from '../../checks/rule.ts';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, FormId, TableId } from '../../forms/form.ts';
import { SECTIONS } from '../../forms/sections.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import { NO_PROSE } from '../../parsers/prose/prose.ts';
import { type ConsistentReport, consistentReport } from '../dresses/arbitrary.ts';

type Forms = Readonly<Record<TableId, FormId>>;

export const FORMS_2019: Forms = { t2: '2019', t3: '2019', t4: '2019' };
export const FORMS_2021: Forms = { t2: '2021', t3: '2021', t4: '2021' };
/** What 洪泽 published: tables 2 and 4 of the 2021 form around a table 3 of the 2019 form. */
export const HYBRID: Forms = { t2: '2021', t3: '2019', t4: '2021' };

const PLACE = { table: 1, row: 1, column: 1, rowSpan: 1, columnSpan: 1 };

export function stated(value: number): Figure {
  return { value, state: 'stated', raw: String(value), where: PLACE, notes: [], doubtful: false };
}

export const BLANK: Figure = { ...stated(0), value: null, state: 'blank', raw: '' };
export const DASH: Figure = { ...stated(0), value: null, state: 'dash', raw: '/' };
export const UNREADABLE: Figure = { ...stated(0), value: null, state: 'unreadable', raw: '若干', doubtful: true };

/** A figure without a cell, for this reason. */
export function missing(reason: string): Figure {
  return { value: null, state: 'missing', raw: null, where: null, notes: [reason], doubtful: false };
}

const idsOf = (forms: Forms) =>
  TABLE_IDS.flatMap((table) => figuresOf(tableForm(forms[table], table))).map((it) => it.id);

/** A complete reading with these values; a figure that is not given is a stated 0. */
export function readingOf(forms: Forms, values: Readonly<Record<FigureId, number>> = {}): Reading {
  return {
    body: '示例县人民政府',
    year: forms.t3 === '2019' ? 2020 : 2022,
    identity: { body: [], year: [] },
    prose: NO_PROSE,
    figures: Object.fromEntries(idsOf(forms).map((id) => [id, stated(values[id] ?? 0)])),
    tables: TABLE_IDS.map((table) => ({ table, form: forms[table], notes: [] })),
    sections: SECTIONS.map(({ id }) => id),
    leftovers: [],
  };
}

export const readingOfReport = ({ forms, figures }: ConsistentReport): Reading => readingOf(forms, figures);

const drawn = fc.sample(consistentReport(), { seed: 20, numRuns: 200 });

/** A generated report of this form in which every sum holds and no figure of the first column or block is 0. */
export function validReading(forms: Forms): Reading {
  const busy: readonly FigureId[] = [
    't3.granted.natural_person',
    't3.carried_out.natural_person',
    't4.reconsideration.upheld',
  ];
  const report = drawn.find(
    (it) =>
      TABLE_IDS.every((table) => it.forms[table] === forms[table]) && busy.every((id) => (it.figures[id] ?? 0) > 0),
  );
  if (!report) throw new Error('the seed draws no such report');
  return readingOfReport(report);
}

/** The reading with some figures changed. */
export function withFigures(reading: Reading, changes: Readonly<Record<FigureId, Partial<Figure>>>): Reading {
  const figures = { ...reading.figures };
  for (const [id, change] of entriesOf(changes)) {
    const before = figures[id];
    if (!before) throw new Error(`${id} is in none of the reading's forms`);
    figures[id] = { ...before, ...change };
  }
  return { ...reading, figures };
}

/** The reading with one stated figure raised. */
export function raised(reading: Reading, id: FigureId, by = 1): Reading {
  return withFigures(reading, { [id]: stated((reading.figures[id]?.value ?? 0) + by) });
}

/** The reading with every figure that is chosen changed alike. */
export function withEach(reading: Reading, chosen: (id: string) => boolean, change: Partial<Figure>): Reading {
  const ids = Object.keys(reading.figures).filter(chosen);
  return withFigures(reading, Object.fromEntries(ids.map((id) => [id, change])));
}

export function withNotes(reading: Reading, table: TableId, notes: ReadTable['notes']): Reading {
  return { ...reading, tables: reading.tables.map((it) => (it.table === table ? { ...it, notes } : it)) };
}

const isFigureId = (id: string): id is FigureId => /^t[234]\.[^.]+\.[^.]+$/.test(id);

function entriesOf<Value>(record: Readonly<Record<FigureId, Value>>): [FigureId, Value][] {
  return Object.entries(record).flatMap(([id, value]) => (isFigureId(id) ? [[id, value]] : []));
}

/** `scope: outcome` of every outcome that is of this kind. */
export function scopesThat(outcome: CheckOutcome['outcome'], rule: Rule, reading: Reading): string[] {
  return rule.evaluate(reading).flatMap((it) => (it.outcome === outcome ? [it.scope] : []));
}

/** What a rule says of one scope. */
export function outcomeOf(rule: Rule, scope: string, reading: Reading): CheckOutcome | undefined {
  return rule.evaluate(reading).find((it) => it.scope === scope);
}
