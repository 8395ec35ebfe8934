import { figuresOf, tableForm } from '../../forms/catalogue.ts';
import type { FigureId, TableId } from '../../forms/form.ts';
import type { ClaimSubject, Meaning } from '../../parsers/prose/prose.ts';
import { formOf, type Reading } from '../reading.ts';

/** Cells that state together what one word of the prose counts. */
export interface ClaimedPart {
  readonly of: ClaimSubject | 'new_received';
  readonly cells: readonly FigureId[];
}

/** One way in which the tables may state what a claim counts: its parts added up. */
export type ClaimedSum = readonly ClaimedPart[];

const T2_SUBJECTS: ReadonlySet<ClaimSubject> = new Set(['regulations', 'normative_documents']);
const T4_SUBJECTS: ReadonlySet<ClaimSubject> = new Set([
  'reconsideration',
  'litigation',
  'litigation_direct',
  'litigation_after_reconsideration',
]);

/** The table that states what a claim counts. */
export function tableOf(subject: ClaimSubject): TableId {
  if (T2_SUBJECTS.has(subject)) return 't2';
  return T4_SUBJECTS.has(subject) ? 't4' : 't3';
}

/**
 * The sums of statutory cells that one meaning of a claim may be about, in the forms of this report: several where the
 * words do not tell which; none where the form states no such thing.
 */
export function claimedSums(meaning: Meaning, reading: Pick<Reading, 'tables'>): readonly ClaimedSum[] {
  const bySubject = meaning.subjects.map((subject) =>
    namesOf(subject).map((names) => names.map((of) => ({ of, cells: cellsOf(of, meaning, reading) }))),
  );
  const sums = bySubject.reduce<ClaimedSum[]>(
    (before, choices) => before.flatMap((sum) => choices.map((parts) => [...sum, ...parts])),
    [[]],
  );
  return sums.filter((sum) => sum.length > 0 && sum.every(({ cells }) => cells.length > 0));
}

/** 收到 counts what is new or all that was there to be processed: reports use either. */
const namesOf = (subject: ClaimSubject): readonly ClaimedPart['of'][][] =>
  subject === 'received' ? [['new_received'], ['new_received', 'carried_in']] : [[subject]];

function cellsOf(of: ClaimedPart['of'], meaning: Meaning, reading: Pick<Reading, 'tables'>): readonly FigureId[] {
  const table = of === 'new_received' ? 't3' : tableOf(of);
  const form = formOf(reading, table);
  if (!form) return [];
  const cells = figuresOf(tableForm(form, table));
  const isMeant = {
    t2: (row: string, column: string) => row === of && column === meaning.measure,
    t3: (row: string, column: string) => isRowOf(of, row) && columnsOf(meaning).includes(column),
    t4: (_: string, column: string, block = '') =>
      blocksOf(of).includes(block) && column === (meaning.outcome ?? 'total'),
  }[table];
  return cells.filter(({ row, column }) => isMeant(row.id, column.id, column.block)).map(({ id }) => id);
}

/** Groups （三） to （六） have a row for each reason; （六） has one row in the 2019 form and three in the 2021 form. */
function isRowOf(of: ClaimedPart['of'], row: string): boolean {
  if (of === 'processed') return row === 'processed_total';
  const isGroup = of === 'refused' || of === 'unavailable' || of === 'declined' || of === 'other';
  return row === of || (isGroup && row.startsWith(`${of}_`));
}

const ORGANISATIONS = [
  'commercial_enterprise',
  'research_institution',
  'social_welfare_org',
  'legal_service_org',
  'other_org',
];

function columnsOf({ applicant }: Meaning): readonly string[] {
  if (applicant === 'organisations') return ORGANISATIONS;
  return [applicant === 'all' ? 'total' : applicant];
}

const blocksOf = (of: ClaimedPart['of']): readonly string[] =>
  of === 'litigation' ? ['litigation_direct', 'litigation_after_reconsideration'] : [of];
