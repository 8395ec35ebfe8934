/** What the reading of a cell's text can note about it. */
export const FIGURE_NOTES = {
  'unit-in-cell': { zh: '单元格内写有单位', en: 'the cell states its unit' },
  'unit-from-header': { zh: '按表头所写单位换算为元', en: "converted to yuan by the header's unit" },
  'unit-nearby': { zh: '单位写在表头以外的地方', en: 'the unit stands elsewhere than in the header' },
  'unit-from-form': {
    zh: '表头未写单位，按格式规定的单位换算为元',
    en: "the header states no unit; converted by the form's",
  },
  'unit-not-stated': { zh: '金额没有单位，无法换算为元', en: 'an amount without a unit cannot be converted to yuan' },
  'unit-unexpected': { zh: '单位与本栏不符', en: 'the unit does not belong to this column' },
  'finer-than-fen': {
    zh: '以元为单位却有两位以上小数，单位存疑',
    en: 'in yuan with more than two decimals: the unit is in doubt',
  },
  'units-disagree': {
    zh: '单元格与表头的单位不一致，按单元格读取',
    en: 'cell and header state different units; the cell was followed',
  },
  remark: { zh: '数字后附有说明', en: 'a remark follows the number' },
  'full-width': { zh: '含全角数字或符号', en: 'full-width digits or signs' },
  'thousands-separator': { zh: '含千位分隔符', en: 'thousands separators' },
  'space-in-number': { zh: '数字中间有空格', en: 'a space inside the number' },
  'leading-zero': { zh: '数字以 0 开头', en: 'the number begins with 0' },
  'word-for-none': { zh: '以「无」代替数字', en: '“无” in place of a number' },
  'change-in-words': { zh: '增减以文字或箭头表示', en: 'the change is stated in words or by an arrow' },
  'several-numbers': { zh: '一格内有多个数字', en: 'several numbers in one cell' },
  'not-a-number': { zh: '不是数字', en: 'not a number' },
  'bad-separators': { zh: '分隔符位置不合规，数值不明', en: 'separators are misplaced; the value is unclear' },
  'too-many-digits': { zh: '位数过多，无法精确表示', en: 'too many digits to be kept exactly' },
  'found-twice': { zh: '同一数字在文件中出现两次且不一致', en: 'stands twice in the file, with different values' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type FigureNoteCode = keyof typeof FIGURE_NOTES;
