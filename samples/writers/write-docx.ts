import type { Draft, DraftBlock, DraftFrame } from './draft.ts';
import { libreOfficeWriter } from './libreoffice/libreoffice-writer.ts';
import { paragraphXml } from './runs-xml.ts';
import { tableXml } from './table-xml.ts';
import { wordWriter } from './word/word-writer.ts';
import { wpsWriter } from './wps/wps-writer.ts';
import type { Writer, WriterId } from './writer.ts';
import { XML_HEAD } from './xml.ts';

const WRITERS = { word: wordWriter, wps: wpsWriter, libreoffice: libreOfficeWriter } satisfies Record<
  WriterId,
  () => Writer
>;

/** The draft as a .docx, the way the named program would have saved it. The same draft gives the same bytes. */
export function writeDocx(draft: Draft, id: WriterId): Uint8Array {
  const writer = WRITERS[id]();
  let last = 0;
  const newId = (): number => {
    last += 1;
    return last;
  };
  const body = draft.blocks.map((block) => blockXml(writer, block, newId)).join('');
  const documentXml = `${XML_HEAD}${writer.documentTag}<w:body>${body}${writer.sectionProperties}</w:body></w:document>`;
  return writer.zip(writer.parts(documentXml, draft.lists));
}

function blockXml(writer: Writer, block: DraftBlock, newId: () => number): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphXml(writer, block, newId);
    case 'table':
      return tableXml(writer, block, newId);
    case 'frame':
      return frameXml(writer, block, newId);
    default:
      return block satisfies never;
  }
}

const FRAME_WIDTH = 10200;

function frameXml(writer: Writer, frame: DraftFrame, newId: () => number): string {
  const cell = writer.cellProperties({ width: FRAME_WIDTH, gridSpan: 1, role: 'extra' });
  const row = writer.rowProperties({ gridBefore: 0, gridAfter: 0, isDeleted: false });
  const content = frame.blocks.map((block) => blockXml(writer, block, newId)).join('');
  return (
    `<w:tbl>${writer.tableProperties([FRAME_WIDTH])}${writer.rowTag()}${row}<w:tc>${cell}${content}` +
    // A cell has to end with a paragraph.
    `${writer.paragraphTag()}</w:p></w:tc></w:tr></w:tbl>${writer.paragraphTag()}</w:p>`
  );
}
