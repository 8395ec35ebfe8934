import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Run of text; `properties` is what goes into its `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Paragraph of markup or, when it holds none, of plain text. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
}

/** Cell of paragraphs or nested tables, of runs, or of plain text. */
export function cell(content: string, properties = ''): string {
  const blocks = /^<w:(?:p|tbl|sdt|altChunk)\b/.test(content) ? content : paragraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc>`;
}

export function span(columns: number | string): string {
  return `<w:gridSpan w:val="${columns}"/>`;
}

export function width(twips: number): string {
  return `<w:tcW w:w="${twips}" w:type="dxa"/>`;
}

/** Row of cells; plain text is a cell of its own. */
export function row(cells: readonly string[], properties = ''): string {
  const content = cells.map((item) => (item.startsWith('<') ? item : cell(item))).join('');
  return `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`;
}

export function table(rows: readonly string[], gridColumns: readonly number[] = []): string {
  const grid = gridColumns.map((twips) => `<w:gridCol w:w="${twips}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A table whose rows are lists of texts, one cell each. */
export function plainTable(rows: readonly (readonly string[])[]): string {
  return table(
    rows.map((cells) => row(cells)),
    (rows[0] ?? []).map(() => 1000),
  );
}

export function complexField(instruction: string, result: string): string {
  return `${fieldCharacter('begin')}<w:r><w:instrText> ${instruction} </w:instrText></w:r>${fieldCharacter('separate')}${result}${fieldCharacter('end')}`;
}

export function fieldCharacter(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
}

function stylesXml(styles: string): string {
  return `<w:styles xmlns:w="${W}">${styles}</w:styles>`;
}

function numberingXml(content: string): string {
  return `<w:numbering xmlns:w="${W}">${content}</w:numbering>`;
}

export function relationshipsXml(targets: Readonly<Record<string, string>>): string {
  const items = Object.entries(targets).map(
    ([kind, target], index) => `<Relationship Id="rId${index}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

export const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export interface Parts {
  styles?: string;
  numbering?: string;
}

/** The parts of a package around this body, to be changed before they are zipped. */
export function packageParts(body: string, { styles, numbering }: Parts = {}): Record<string, string> {
  return {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationshipsXml({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationshipsXml({ styles: 'styles.xml', numbering: 'numbering.xml' }),
    'word/document.xml': documentXml(body),
    ...(styles === undefined ? {} : { 'word/styles.xml': stylesXml(styles) }),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': numberingXml(numbering) }),
  };
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { level: 1 });
}

/** A .docx of this body. */
export function docx(body: string, parts: Parts = {}): Uint8Array {
  return zipParts(packageParts(body, parts));
}
