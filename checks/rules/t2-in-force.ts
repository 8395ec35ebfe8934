import type { Rule } from '../rule.ts';
import { DOCUMENT_ROWS } from '../years/document-rows.ts';
import { checkPart } from '../years/part-of-whole.ts';

/** What was issued in the year is among what is in force at its end, unless it was repealed at once. */
export const T2_IN_FORCE: Rule = {
  id: 'T2-IN-FORCE',
  version: 1,
  state: 'active',
  since: '2026.11.2',
  reach: 'report',
  severity: 'explain',
  form: { table: 't2', id: '2021' },
  title: { zh: '现行有效与制发', en: 'In force and issued' },
  relation: {
    zh: '表二（2021 格式）：现行有效件数 ≥ 本年制发件数',
    en: 'Table 2 of the 2021 form: in force ≥ issued in the year',
  },
  basis: '国办公开办函〔2021〕30号附件',
  evaluate: (reading) =>
    DOCUMENT_ROWS['2021'].map(({ id, label }) =>
      checkPart(
        T2_IN_FORCE,
        { scope: id, label, part: [`t2.${id}.issued`, ISSUED], whole: [`t2.${id}.in_force`, IN_FORCE] },
        reading,
      ),
    ),
};

const ISSUED = { zh: '本年制发', en: 'issued in the year' };
const IN_FORCE = { zh: '现行有效', en: 'in force' };
