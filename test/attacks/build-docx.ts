import { strToU8, zipSync } from 'fflate';

/** One cell: its text, or text with HTML-like spans. */
export type Cell = string | { readonly t: string; readonly across?: number; readonly down?: number };
export type Table = readonly (readonly Cell[])[];
/** A paragraph, or a table. */
export type Part = string | Table;

export const span = (t: string, across = 1, down = 1): Cell => ({ t, across, down });
export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.t);

const escapeXml = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const run = (text: string) =>
  escapeXml(text)
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${line}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');
const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;

function tableXml(rows: Table): string {
  const open = new Map<number, { left: number; across: number }>();
  const lines: { cells: string[]; width: number }[] = [];
  for (const row of rows) {
    const cells: string[] = [];
    let column = 0;
    const add = (across: number, properties: string, text: string) => {
      const spanned = across > 1 ? `<w:gridSpan w:val="${across}"/>` : '';
      cells.push(`<w:tc><w:tcPr>${spanned}${properties}</w:tcPr>${paragraph(text)}</w:tc>`);
      column += across;
    };
    const continueAbove = () => {
      for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
        above.left--;
        add(above.across, '<w:vMerge/>', '');
      }
    };
    for (const cell of row) {
      continueAbove();
      const { t, across = 1, down = 1 } = typeof cell === 'string' ? { t: cell } : cell;
      if (down > 1) open.set(column, { left: down - 1, across });
      add(across, down > 1 ? '<w:vMerge w:val="restart"/>' : '', t);
    }
    continueAbove();
    lines.push({ cells, width: column });
  }
  const width = Math.max(...lines.map((line) => line.width));
  const grid = '<w:gridCol w:w="600"/>'.repeat(width);
  const body = lines.map((line) => `<w:tr>${line.cells.join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The smallest .docx that holds this XML as its body. */
function docxOfXml(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': strToU8(`<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`),
  });
}

export const docx = (parts: readonly Part[]): Uint8Array =>
  docxOfXml(parts.map((part) => (typeof part === 'string' ? paragraph(part) : tableXml(part))).join(''));
