import type { Finding, Message } from '../../checks/finding.ts';
import { nameFigure } from '../../checks/wording/names.ts';
import { figuresOf, TABLE_IDS, tableForm } from '../../forms/catalogue.ts';
import type { TableForm } from '../../forms/form.ts';
import { ALL_FIGURE_NOTES } from '../../parsers/figures/figure.ts';
import type { ReportFinding } from '../../records/contract/api/reports.ts';
import { REVIEW_REASONS, type ReportRecord } from '../../records/report-record.ts';

type Forms = ReportRecord['forms'];

const formsOf = (forms: Forms): TableForm[] => TABLE_IDS.map((table) => tableForm(forms[table], table));

/** Which figures of a broken sum are added up and which are to equal them; nothing of a finding that is no sum. */
export function sumOf({ rule, scope }: Pick<Finding, 'rule' | 'scope'>, forms: Forms): ReportFinding['sum'] {
  const sums = formsOf(forms).flatMap((form) => form.sums);
  const found = sums.find((sum) => sum.rule === rule && sum.scope === scope);
  return found && { addends: [...found.addends], totals: [...found.totals] };
}

const named = new Map<string, Readonly<Record<string, Message>>>();

/** Every figure of the forms in words, by figure id. */
export function nameFigures(forms: Forms): Readonly<Record<string, Message>> {
  const key = TABLE_IDS.map((table) => forms[table]).join(' ');
  let names = named.get(key);
  if (!names) {
    names = Object.fromEntries(
      formsOf(forms).flatMap((form) => figuresOf(form).map(({ id }) => [id, nameFigure(id, form)])),
    );
    named.set(key, names);
  }
  return names;
}

const SENTENCES: Readonly<Record<string, Message>> = { ...ALL_FIGURE_NOTES, ...REVIEW_REASONS };

/** What the codes of a record mean: the notes on its figures and why it is to be reviewed. */
export function explainCodes({ figures, reviewReasons }: Pick<ReportRecord, 'figures' | 'reviewReasons'>) {
  const codes = new Set<string>(reviewReasons);
  for (const { notes } of Object.values(figures)) for (const note of notes) codes.add(note);
  return Object.fromEntries(
    [...codes].flatMap((code) => {
      const sentence = SENTENCES[code];
      return sentence ? [[code, sentence]] : [];
    }),
  );
}
