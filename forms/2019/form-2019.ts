import type { Form } from '../form.ts';
import { SECTIONS } from '../sections.ts';
import { table3 } from '../table3.ts';
import { OTHER_ROW_2019 } from '../table3-rows.ts';
import { table4 } from '../table4.ts';
import { TABLE_2_2019 } from './table2.ts';

export const FORM_2019: Form = {
  id: '2019',
  source: '国办公开办函〔2019〕60号',
  firstFiscalYear: 2019,
  sections: SECTIONS,
  tables: { t2: TABLE_2_2019, t3: table3('2019', OTHER_ROW_2019), t4: table4('2019') },
};
