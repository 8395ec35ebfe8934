import type { DraftParagraph, Piece, TextRole } from './draft.ts';
import type { Writer } from './writer.ts';
import { escapeXml } from './xml.ts';

/** The date of every tracked change; fixed, so that builds can be compared. */
const CHANGE = 'w:author="办公室" w:date="2021-01-15T09:00:00Z"';

/** A `w:p` with its runs. */
export function paragraphXml(writer: Writer, line: DraftParagraph, newId: () => number): string {
  const properties = writer.paragraphProperties(line.role, line.list);
  const runs = line.pieces.map((piece) => pieceXml(writer, line.role, piece, newId)).join('');
  const content =
    runs === '' ? writer.emptyParagraph(line.role) : writer.beforeRuns(line.role) + runs + writer.afterRuns(line.role);
  return `${writer.paragraphTag()}${properties}${content}</w:p>`;
}

function pieceXml(writer: Writer, role: TextRole, piece: Piece, newId: () => number): string {
  switch (piece.kind) {
    case 'text':
      return textRuns(writer, role, piece.text);
    case 'hidden':
      return run(writer, role, `<w:t xml:space="preserve">${escapeXml(piece.text)}</w:t>`, true);
    case 'inserted':
      return `<w:ins w:id="${newId()}" ${CHANGE}>${textRuns(writer, role, piece.text)}</w:ins>`;
    case 'deleted': {
      const text = `<w:delText xml:space="preserve">${escapeXml(piece.text)}</w:delText>`;
      return `<w:del w:id="${newId()}" ${CHANGE}>${run(writer, role, text)}</w:del>`;
    }
    case 'simple-field':
      return `<w:fldSimple w:instr=" ${escapeXml(piece.instruction)} ">${textRuns(writer, role, piece.text)}</w:fldSimple>`;
    case 'complex-field':
      return complexField(writer, role, piece.instruction, piece.text);
    default:
      return piece satisfies never;
  }
}

function complexField(writer: Writer, role: TextRole, instruction: string, text: string): string {
  const mark = (type: string): string => run(writer, role, `<w:fldChar w:fldCharType="${type}"/>`);
  const code = run(writer, role, `<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`);
  return mark('begin') + code + mark('separate') + textRuns(writer, role, text) + mark('end');
}

function textRuns(writer: Writer, role: TextRole, text: string): string {
  return writer
    .splitRuns(text)
    .map((part) => run(writer, role, textWithBreaks(writer, part)))
    .join('');
}

function run(writer: Writer, role: TextRole, content: string, hidden = false): string {
  return `${writer.runTag()}${writer.runProperties(role, hidden)}${content}</w:r>`;
}

function textWithBreaks(writer: Writer, text: string): string {
  return text.split('\n').map(textXml).join(writer.lineBreak);
}

function textXml(text: string): string {
  if (text === '') return '';
  const keep = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<w:t${keep}>${escapeXml(text)}</w:t>`;
}
