import type { Form } from '../form.ts';
import { SECTIONS } from '../sections.ts';
import { table3 } from '../table3.ts';
import { OTHER_ROWS_2021 } from '../table3-rows.ts';
import { table4 } from '../table4.ts';
import { TABLE_2_2021 } from './table2.ts';

export const FORM_2021: Form = {
  id: '2021',
  source: '国办公开办函〔2021〕30号',
  firstFiscalYear: 2021,
  sections: SECTIONS,
  tables: { t2: TABLE_2_2021, t3: table3('2021', OTHER_ROWS_2021), t4: table4('2021') },
};
