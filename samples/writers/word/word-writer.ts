import { numberingProperty } from '../numbering-xml.ts';
import { inTable, TEXT_LOOKS } from '../text-look.ts';
import type { Writer } from '../writer.ts';
import { zipPlain } from '../zip-parts.ts';
import { WORD_DOCUMENT_TAG, wordParts } from './word-parts.ts';
import { wordRuns } from './word-runs.ts';
import { wordCell, wordRow, wordTable } from './word-table.ts';

/** Word stamps every entry with the first day that a zip archive can name. */
const STAMP = new Date(1980, 0, 1);

const RSIDS = ['00B24F6D', '003C11A8', '00E7509B', '007A4D21'] as const;

/** Microsoft Word 2016 and later: revision ids on everything, runs cut at script changes and edits, spelling marks. */
export function wordWriter(): Writer {
  let paragraphs = 0;
  let runs = 0;
  const rsid = (count: number): string => RSIDS[count % RSIDS.length] ?? RSIDS[0];
  const paraId = (): string => (0x1a2b3c00 + paragraphs).toString(16).toUpperCase();
  return {
    id: 'word',
    documentTag: WORD_DOCUMENT_TAG,
    paragraphTag() {
      paragraphs += 1;
      const marks = `w14:paraId="${paraId()}" w14:textId="77777777" w:rsidR="${rsid(paragraphs)}" w:rsidRDefault="${RSIDS[0]}"`;
      return `<w:p ${marks}>`;
    },
    runTag() {
      runs += 1;
      return runs % 3 === 0 ? `<w:r w:rsidRPr="${rsid(runs)}">` : '<w:r>';
    },
    rowTag: () => `<w:tr w:rsidR="${RSIDS[1]}" w:rsidTr="${RSIDS[2]}" w14:paraId="${paraId()}" w14:textId="77777777">`,
    paragraphProperties(role, list) {
      const look = TEXT_LOOKS[role];
      const style = role === 'heading' ? '<w:pStyle w:val="1"/>' : '';
      const spacing = inTable(role)
        ? '<w:spacing w:line="240" w:lineRule="exact"/>'
        : '<w:spacing w:line="560" w:lineRule="exact"/>';
      const indent = look.indent > 0 ? `<w:ind w:firstLineChars="200" w:firstLine="${look.indent}"/>` : '';
      const properties = `${style}${numberingProperty(list)}${spacing}${indent}<w:jc w:val="${look.align}"/>`;
      return `<w:pPr>${properties}${characterProperties(role, false)}</w:pPr>`;
    },
    runProperties: (role, hidden) => characterProperties(role, hidden),
    splitRuns: wordRuns,
    beforeRuns: (role) => (role === 'body' ? '<w:proofErr w:type="gramStart"/>' : ''),
    afterRuns: (role) => (role === 'body' ? '<w:proofErr w:type="gramEnd"/>' : ''),
    emptyParagraph: () => '',
    lineBreak: '<w:br/>',
    tableProperties: wordTable,
    rowProperties: wordRow,
    cellProperties: wordCell,
    sectionProperties:
      '<w:sectPr w:rsidR="00B24F6D"><w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:top="1440" w:right="1083" w:bottom="1440" w:left="1083" w:header="851" w:footer="992" w:gutter="0"/>' +
      '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>',
    parts: wordParts,
    zip: (parts) => zipPlain(parts, STAMP),
  };
}

function characterProperties(role: keyof typeof TEXT_LOOKS, hidden: boolean): string {
  const look = TEXT_LOOKS[role];
  const fonts = `<w:rFonts w:ascii="${look.font}" w:eastAsia="${look.font}" w:hAnsi="${look.font}" w:hint="eastAsia"/>`;
  const bold = look.bold ? '<w:b/><w:bCs/>' : '';
  return `<w:rPr>${fonts}${bold}${hidden ? '<w:vanish/>' : ''}<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/></w:rPr>`;
}
