import type { Reading } from '../../checks/reading.ts';
import { FORMS, figuresOf, TABLE_IDS } from '../../forms/catalogue.ts';
import type { FigureId, FormId } from '../../forms/form.ts';
import type { Figure, Figures } from '../../parsers/figures/figure.ts';
import { NO_PROSE } from '../../parsers/prose/prose.ts';

/** What differs from 0 in the example: thirteen requests, twelve of them answered, and three disputes. */
const STATED: Readonly<Record<FigureId, number>> = {
  't2.penalties.decisions': 41,
  't3.new_received.natural_person': 12,
  't3.new_received.total': 12,
  't3.carried_in.natural_person': 1,
  't3.carried_in.total': 1,
  't3.granted.natural_person': 9,
  't3.granted.total': 9,
  't3.partially_granted.natural_person': 2,
  't3.partially_granted.total': 2,
  't3.unavailable_not_held.natural_person': 1,
  't3.unavailable_not_held.total': 1,
  't3.processed_total.natural_person': 12,
  't3.processed_total.total': 12,
  't3.carried_out.natural_person': 1,
  't3.carried_out.total': 1,
  't4.reconsideration.upheld': 2,
  't4.reconsideration.corrected': 1,
  't4.reconsideration.total': 3,
};

const stated = (value: number): Figure => ({
  value,
  state: 'stated',
  raw: String(value),
  where: null,
  notes: [],
  doubtful: false,
});

const cellWithout = (state: 'blank' | 'unreadable' | 'missing', notes: string[]): Figure => ({
  ...stated(0),
  value: null,
  state,
  raw: state === 'missing' ? null : '',
  notes,
  doubtful: state === 'unreadable',
});

export const BLANK = cellWithout('blank', []);
export const UNREADABLE_CELL = cellWithout('unreadable', ['not-a-number']);
export const ROW_NOT_FOUND = cellWithout('missing', ['row-not-found']);

/** What is put in the place of figures of the example, by id. */
export type Changes = Readonly<Record<FigureId, number | Figure>>;

/** A small report that keeps every rule, with some of its figures replaced. */
export function exampleReading(formId: FormId, changes: Changes = {}): Reading {
  const forms = FORMS.filter(({ id }) => id === formId);
  const figures: Record<FigureId, Figure> = {};
  for (const form of forms) {
    for (const name of TABLE_IDS) {
      for (const { id } of figuresOf(form.tables[name])) figures[id] = stated(STATED[id] ?? 0);
    }
  }
  return {
    body: '示例县人民政府',
    year: formId === '2019' ? 2020 : 2022,
    identity: { body: [], year: [] },
    prose: NO_PROSE,
    figures: { ...figures, ...figuresFrom(changes) },
    tables: TABLE_IDS.map((name) => ({ table: name, form: formId, notes: [] })),
    sections: forms.flatMap(({ sections }) => sections.map(({ id }) => id)),
    leftovers: [],
  };
}

function figuresFrom(changes: Changes): Figures {
  return Object.fromEntries(
    Object.entries(changes).map(([id, change]) => [id, typeof change === 'number' ? stated(change) : change]),
  );
}
