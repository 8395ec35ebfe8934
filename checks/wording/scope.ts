import { FORMS, figuresOf, TABLE_IDS } from '../../forms/catalogue.ts';
import type { Label, TableForm } from '../../forms/form.ts';
import type { Message } from '../finding.ts';
import { nameOfFinding } from '../name-of-finding.ts';
import { APPLICANT_WORDS, MEASURE_WORDS, OUTCOME_WORDS, SUBJECT_WORDS } from './claim-words.ts';
import { nameFigure, nameTable } from './names.ts';

const WHOLE: Message = { zh: '全文', en: 'whole report' };
const IDENTITY: Readonly<Record<string, Message>> = {
  body: { zh: '机关名称', en: 'name of the body' },
  year: { zh: '年度', en: 'fiscal year' },
};
const PROSE: Readonly<Record<string, Label>> = {
  ...SUBJECT_WORDS,
  ...APPLICANT_WORDS,
  ...OUTCOME_WORDS,
  ...MEASURE_WORDS,
  share: { zh: '占比', en: 'share' },
};

/** Where a finding is, in a few words for a list: `表三「自然人」列`. */
export function nameScope({ rule, scope }: { readonly rule: string; readonly scope: string }): Message {
  return rule.startsWith('TEXT-')
    ? nameInProse(scope)
    : (ofSums.get(nameOfFinding({ rule, scope })) ?? ofForms.get(scope) ?? IDENTITY[scope] ?? WHOLE);
}

function nameInProse(scope: string): Message {
  const section = FORMS.flatMap(({ sections }) => sections).find(({ id }) => id === scope);
  if (section) return { zh: `正文「${section.title.zh}」`, en: `text, “${section.title.en}”` };
  const words = scope.split(/[.+]/u).flatMap((part) => PROSE[part] ?? []);
  if (words.length === 0) return { zh: '正文', en: 'text' };
  return {
    zh: `正文：${words.map(({ zh }) => zh).join(' ')}`,
    en: `text: ${words.map(({ en }) => en).join(', ')}`,
  };
}

const forms: readonly TableForm[] = FORMS.flatMap(({ tables }) => TABLE_IDS.map((table) => tables[table]));

/** Scopes of sums: an id names a column for one rule and a row for another. */
const ofSums: ReadonlyMap<string, Message> = new Map(
  forms.flatMap(({ name, sums }) =>
    sums.map(({ rule, scope, scopeLabel: { zh, en } }): [string, Message] => {
      const key = nameOfFinding({ rule, scope });
      if (rule === 'T4-OUTCOMES') return [key, { zh: `${name.zh}「${zh}」`, en: `${name.en}, “${en}”` }];
      return rule === 'T3-APPLICANTS'
        ? [key, { zh: `${name.zh}「${zh}」行`, en: `${name.en}, row “${en}”` }]
        : [key, { zh: `${name.zh}「${zh}」列`, en: `${name.en}, column “${en}”` }];
    }),
  ),
);

/** Scopes of other rules: a figure, a table, a row of table 2 or a column of table 3. */
const ofForms: ReadonlyMap<string, Message> = new Map(forms.flatMap(nameParts));

function nameParts(form: TableForm): [string, Message][] {
  const name = nameTable(form.table);
  const named = ({ zh, en }: Label): Message => ({ zh: `${name.zh}「${zh}」`, en: `${name.en}, “${en}”` });
  const last = (id: string, path: readonly Label[]): [string, Message][] => {
    const own = path.at(-1);
    return own ? [[id, named(own)]] : [];
  };
  return [
    [form.table, { zh: name.zh, en: name.en }],
    ...figuresOf(form).map(({ id }): [string, Message] => [id, nameFigure(id, form)]),
    ...form.bands.flatMap(({ rows, columns }) => [
      ...(form.table === 't2'
        ? rows.flatMap(({ id, path }) => [...last(id, path), ...last(`${id}.published`, path)])
        : []),
      ...(form.table === 't3' ? columns.flatMap(({ id, path }) => last(id, path)) : []),
    ]),
  ];
}
