import { type Column, type Label, label } from './form.ts';

const APPLICANTS = label('申请人情况', 'Applicants');
const ORGANISATIONS = label(
  '法人或其他组织',
  'Legal persons or other organisations',
  '法人或者其他组织',
  '法人和其他组织',
);

const column = (id: string, ...path: Label[]): Column => ({
  id,
  path: [APPLICANTS, ...path],
  quantity: { kind: 'count' },
});

/** Table 3's seven applicant columns, alike in both forms. */
export const APPLICANT_COLUMNS: readonly Column[] = [
  column('natural_person', label('自然人', 'Natural persons')),
  column('commercial_enterprise', ORGANISATIONS, label('商业企业', 'Commercial enterprises')),
  column('research_institution', ORGANISATIONS, label('科研机构', 'Research institutions')),
  column('social_welfare_org', ORGANISATIONS, label('社会公益组织', 'Social welfare organisations')),
  column('legal_service_org', ORGANISATIONS, label('法律服务机构', 'Legal service organisations')),
  column('other_org', ORGANISATIONS, label('其他', 'Others', '其它', '其他组织', '其它组织')),
  column('total', label('总计', 'Total', '合计')),
];

/** The header's first cell prints the balance that every column has to keep. */
export const BALANCE_NOTICE = label(
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  '(In each column items one and two add up to items three and four)',
);
