import { strToU8, zipSync } from 'fflate';
import type { LetterContent, LetterPoint } from '../contract/api/overview.ts';

/** A zip file must have a time, and the earliest that it can hold says that it means nothing. */
const NO_TIME = '1980-01-01T00:00:00';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONSHIPS = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The letter as .docx: the same content gives the same bytes. Term, seal and date are left to who signs it. */
export function writeLetter(content: LetterContent): Uint8Array {
  const files = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': strToU8(documentOf(content)),
  };
  return zipSync(files, { mtime: NO_TIME });
}

function documentOf({ id, body, opening, closing, points }: LetterContent): string {
  const blocks = [
    paragraph('更正通知', { align: 'center', bold: true, halfPoints: 44 }),
    paragraph(`编号：${id}`, { align: 'right' }),
    paragraph(`${body}：`),
    paragraph(opening, { indent: true }),
    tableOf(points),
    paragraph(closing, { indent: true }),
    paragraph(''),
    paragraph('（盖章）　　　　', { align: 'right' }),
    paragraph('　　　　年　　月　　日', { align: 'right' }),
  ];
  // A4, 2.5 cm of margin: twentieths of a point.
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return `${DECLARATION}<w:document xmlns:w="${MAIN}"><w:body>${blocks.join('')}${page}</w:body></w:document>`;
}

/** Titles with widths, which fill the page between its margins. */
const COLUMNS = [
  ['序号', 600],
  ['表／行／列', 2200],
  ['报送数', 1000],
  ['应为', 1000],
  ['依据规则', 1800],
  ['说明', 2470],
] as const;

function tableOf(points: readonly LetterPoint[]): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const properties = `<w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const grid = `<w:tblGrid>${COLUMNS.map(([, width]) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const rows = points.map(({ place, found, expected, rule, message }, at) =>
    rowOf([String(at + 1), place, numberOf(found), numberOf(expected), rule, message]),
  );
  const titles = rowOf(
    COLUMNS.map(([title]) => title),
    { isTitle: true },
  );
  return `<w:tbl>${properties}${grid}${titles}${rows.join('')}</w:tbl>`;
}

const numberOf = (value: number | null) => (value === null ? '—' : String(value));

function rowOf(texts: readonly string[], { isTitle = false } = {}): string {
  const cells = texts.map((text, at) => {
    const width = `<w:tcPr><w:tcW w:w="${COLUMNS[at]?.[1] ?? 0}" w:type="dxa"/></w:tcPr>`;
    return `<w:tc>${width}${paragraph(text, { bold: isTitle, halfPoints: 20 })}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${isTitle ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

interface Looks {
  readonly align?: 'center' | 'right';
  readonly bold?: boolean;
  readonly indent?: boolean;
  readonly halfPoints?: number;
}

function paragraph(text: string, { align, bold, indent, halfPoints = 28 }: Looks = {}): string {
  const justified = align ? `<w:jc w:val="${align}"/>` : '';
  const indented = indent ? '<w:ind w:firstLineChars="200" w:firstLine="560"/>' : '';
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman"/>';
  const run = `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}<w:sz w:val="${halfPoints}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t>`;
  return `<w:p><w:pPr>${indented}${justified}</w:pPr><w:r>${run}</w:r></w:p>`;
}

/** A stranger's file may hold signs that XML cannot. */
const escaped = (text: string) =>
  text
    .replaceAll(/[^\P{Cc}\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
