import { type Label, label, type Row } from './form.ts';

const RESULTS = label('三、本年度办理结果', 'III. Results of the year', '本年办理结果');
const REFUSED = label('（三）不予公开', '(3) Refused');
const UNAVAILABLE = label('（四）无法提供', '(4) Cannot be provided');
const DECLINED = label('（五）不予处理', '(5) Not processed');
const OTHER = label('（六）其他处理', '(6) Otherwise handled', '其他', '其它处理');

const row = (id: string, ...path: Label[]): Row => ({ id, path });
const result = (id: string, ...path: Label[]): Row => row(id, RESULTS, ...path);

export const INCOMING_ROWS: readonly Row[] = [
  row(
    'new_received',
    label(
      '一、本年新收政府信息公开申请数量',
      'I. Requests newly received in the year',
      '本年新收政府信息公开申请数',
      '本年新收申请数量',
    ),
  ),
  row(
    'carried_in',
    label(
      '二、上年结转政府信息公开申请数量',
      'II. Requests carried over from last year',
      '上年结转政府信息公开申请数',
      '上年结转申请数量',
      '上年度结转',
      '上年度结转政府信息公开申请数量',
    ),
  ),
];

/** Groups （一） to （五）, alike in both forms. */
export const RESULT_ROWS: readonly Row[] = [
  result('granted', label('（一）予以公开', '(1) Granted', '同意公开')),
  result(
    'partially_granted',
    label(
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '(2) Partially granted (when severed, counted here only)',
      '部分公开',
    ),
  ),
  result('refused_state_secret', REFUSED, label('1.属于国家秘密', '1. State secret', '属于国家秘密的')),
  result(
    'refused_prohibited_by_law',
    REFUSED,
    label('2.其他法律行政法规禁止公开', '2. Prohibited by other laws or regulations', '法律行政法规禁止公开'),
  ),
  result(
    'refused_three_securities',
    REFUSED,
    label('3.危及“三安全一稳定”', '3. Endangers national, public or economic security or social stability'),
  ),
  result('refused_third_party_rights', REFUSED, label('4.保护第三方合法权益', '4. Rights of third parties')),
  result(
    'refused_internal_affairs',
    REFUSED,
    label('5.属于三类内部事务信息', '5. Internal affairs', '属于三类内部管理信息'),
  ),
  result('refused_process_information', REFUSED, label('6.属于四类过程性信息', '6. Process information')),
  result('refused_enforcement_file', REFUSED, label('7.属于行政执法案卷', '7. Enforcement case files')),
  result('refused_administrative_query', REFUSED, label('8.属于行政查询事项', '8. Administrative queries')),
  result(
    'unavailable_not_held',
    UNAVAILABLE,
    label('1.本机关不掌握相关政府信息', '1. Not held by this body', '本机关不掌握相关信息'),
  ),
  result(
    'unavailable_needs_creation',
    UNAVAILABLE,
    label('2.没有现成信息需要另行制作', '2. Would have to be created', '没有现成信息'),
  ),
  result(
    'unavailable_still_unclear',
    UNAVAILABLE,
    label('3.补正后申请内容仍不明确', '3. Still unclear after correction', '申请内容不明确'),
  ),
  result(
    'declined_petition_complaint',
    DECLINED,
    label('1.信访举报投诉类申请', '1. Petitions, reports and complaints', '信访、举报、投诉类申请'),
  ),
  result('declined_repeat', DECLINED, label('2.重复申请', '2. Repeated requests')),
  result('declined_publication', DECLINED, label('3.要求提供公开出版物', '3. Requests for published works')),
  result(
    'declined_excessive',
    DECLINED,
    label('4.无正当理由大量反复申请', '4. Excessive requests without good reason'),
  ),
  result(
    'declined_confirm_or_reissue',
    DECLINED,
    label(
      '5.要求行政机关确认或重新出具已获取信息',
      '5. Requests to confirm or reissue information already obtained',
      '要求确认或重新出具已获取信息',
    ),
  ),
];

export const OTHER_ROW_2019: readonly Row[] = [result('other', OTHER)];

export const OTHER_ROWS_2021: readonly Row[] = [
  result(
    'other_no_correction',
    OTHER,
    label(
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '1. Not corrected in time without good reason, no longer processed',
      '申请人无正当理由逾期不补正',
    ),
  ),
  result(
    'other_fee_unpaid',
    OTHER,
    label(
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '2. Fee not paid in time, no longer processed',
      '申请人逾期未按收费通知要求缴纳费用',
    ),
  ),
  result('other_rest', OTHER, label('3.其他', '3. Others', '其它', '其他情形')),
];

export const PROCESSED_TOTAL_ROW: Row = result('processed_total', label('（七）总计', '(7) Total', '合计'));

export const CARRIED_OUT_ROW: Row = row(
  'carried_out',
  label(
    '四、结转下年度继续办理',
    'IV. Carried over to the next year',
    '结转下年度办理',
    '结转下年继续办理',
    '结转至下年度',
  ),
);
