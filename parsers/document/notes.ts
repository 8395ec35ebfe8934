/** Every oddity that a reader or the fitting can note, with its sentence for people. */
export const NOTES = {
  'hidden-text': { zh: '含隐藏文字，未读入', en: 'holds hidden text, which was left out' },
  'deleted-text': {
    zh: '含修订中已删除的内容，未读入',
    en: 'holds text deleted in tracked changes, which was left out',
  },
  'inserted-text': {
    zh: '含修订中插入的内容，按接受修订读入',
    en: 'holds text inserted in tracked changes, read as accepted',
  },
  'struck-text': { zh: '含加删除线的文字', en: 'holds struck-through text' },
  'white-text': { zh: '含白色文字，纸面上可能不可见', en: 'holds white text, which may not show on paper' },
  'field-result': { zh: '数值为域（公式）的缓存结果', en: "is a field's cached result" },
  'field-without-result': { zh: '域（公式）没有缓存结果', en: 'is a field without a cached result' },
  'note-mark': { zh: '含脚注或尾注标记，未计入数值', en: 'holds a footnote or endnote mark, which was left out' },
  superscript: { zh: '含上标或下标，未计入数值', en: 'holds superscript or subscript text' },
  'symbol-character': {
    zh: '含符号字体的字符，无法还原，以 \uFFFD 代替',
    en: 'holds a character of a symbol font, given as \uFFFD',
  },
  formula: { zh: '含公式对象，按其文字读入', en: 'holds a formula, read as its text' },
  ruby: { zh: '含注音，只读正文', en: 'holds ruby; only the base text was read' },
  picture: { zh: '含图片', en: 'holds a picture' },
  'embedded-content': {
    zh: '含嵌入的外部内容（altChunk），未读入',
    en: 'holds embedded foreign content (altChunk), not read',
  },
  'embedded-object': { zh: '含嵌入对象，未读入', en: 'holds an embedded object, not read' },
  'text-box': { zh: '含文本框', en: 'holds a text box' },
  'nested-table': { zh: '单元格内嵌套表格', en: 'holds a nested table' },
  'irregular-grid': {
    zh: '表格行列不齐，已按标明的跨度排列',
    en: 'rows of unequal width, laid out by their stated spans',
  },
  'automatic-number': {
    zh: '数字或空白前有自动编号，编号可能被误作数值',
    en: 'begins with an automatic number that could be taken for a figure',
  },
  'numbering-lost': { zh: '自动编号无法还原', en: 'automatic numbering could not be regenerated' },
  'invisible-text': { zh: '含不显示的文字，未读入', en: 'holds text that is not painted, which was left out' },
  'clipped-text': { zh: '含被裁切而不可见的文字，未读入', en: 'holds text outside its clip, which was left out' },
  'covered-text': { zh: '含被遮盖的文字，未读入', en: 'holds text that is painted over, which was left out' },
  'turned-text': {
    zh: '含斜置的文字（如水印、印章），未读入',
    en: 'holds slanted text, such as a watermark or stamp, which was left out',
  },
  'unmapped-character': {
    zh: '含字体未说明编码的字符，以 \uFFFD 代替',
    en: 'holds a character that its font does not name, given as \uFFFD',
  },
  'text-drawn-twice': {
    zh: '同一文字重复描绘（如加粗），只计一次',
    en: 'holds text drawn twice, as fake bold is; counted once',
  },
  overprinted: {
    zh: '不同文字重叠在一起，无法读出',
    en: 'holds different texts printed over one another, which cannot be read',
  },
  'cell-not-rectangular': { zh: '单元格边框不成矩形', en: 'is bounded by rulings that are no rectangle' },
  'text-over-border': { zh: '文字压在单元格边框上', en: 'holds text that runs over its border' },
  'border-unclear': { zh: '单元格的一条边框只画了一部分', en: 'has a border that is drawn in part only' },
  'aligned-without-rulings': {
    zh: '表格没有边框，按文字对齐读出',
    en: 'stands in no rulings and was read by the alignment of the text',
  },
  'cut-by-page': { zh: '单元格被分页切开，已拼接', en: 'is cut in two by a page break and was rejoined' },
  'figure-cut-by-page': {
    zh: '数字被分页切成两段，已拼接',
    en: 'has a number cut in two by a page break, which was rejoined',
  },
  'row-cut-unclear': {
    zh: '所在行可能被分页切开，内容可能不全',
    en: 'stands in a row that a page break may have cut, so a part may be missing',
  },
  'figure-wrapped': {
    zh: '数字在单元格内折行，已拼接',
    en: 'has a number broken over lines, which was joined',
  },
  'page-picture': { zh: '有整页为图片的页面，未读入', en: 'has a page that is a picture, which was not read' },
  'wrong-extension': {
    zh: '扩展名与内容不符，按内容读取',
    en: 'the file name extension does not match the content; read by content',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type NoteCode = keyof typeof NOTES;

/** Notes that make the text of a cell uncertain: the report goes to review, and a broken sum is "possibly misread". */
export const DOUBTS: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'field-without-result',
  'struck-text',
  'superscript',
  'picture',
  'embedded-content',
  'embedded-object',
  'nested-table',
  'formula',
  'text-box',
  'white-text',
  'symbol-character',
  'automatic-number',
  'unmapped-character',
  'overprinted',
  'cell-not-rectangular',
  'text-over-border',
  'border-unclear',
  'aligned-without-rulings',
  'figure-cut-by-page',
  'figure-wrapped',
  'row-cut-unclear',
]);
