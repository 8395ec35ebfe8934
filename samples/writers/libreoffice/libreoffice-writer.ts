import type { TextRole } from '../draft.ts';
import { numberingProperty } from '../numbering-xml.ts';
import { inTable, TEXT_LOOKS } from '../text-look.ts';
import type { Writer } from '../writer.ts';
import { zipStreamed } from '../zip-parts.ts';
import { LIBREOFFICE_DOCUMENT_TAG, libreOfficeParts } from './libreoffice-parts.ts';
import { libreOfficeCell, libreOfficeRow, libreOfficeTable } from './libreoffice-table.ts';

const STAMP = new Date(2024, 0, 15, 10, 30, 0);

/** LibreOffice 7: explicit properties on every paragraph, empty runs in empty cells, `continue` spelled out. */
export function libreOfficeWriter(): Writer {
  return {
    id: 'libreoffice',
    documentTag: LIBREOFFICE_DOCUMENT_TAG,
    paragraphTag: () => '<w:p>',
    runTag: () => '<w:r>',
    rowTag: () => '<w:tr>',
    paragraphProperties(role, list) {
      const look = TEXT_LOOKS[role];
      const indent = look.indent > 0 ? ` w:firstLine="${look.indent}"` : ' w:hanging="0"';
      return (
        `<w:pPr><w:pStyle w:val="${styleOf(role)}"/><w:widowControl w:val="false"/>${numberingProperty(list)}` +
        `<w:bidi w:val="0"/><w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:right="0"${indent}/>` +
        `<w:jc w:val="${look.align}"/><w:rPr></w:rPr></w:pPr>`
      );
    },
    runProperties(role, hidden) {
      const { font, size, bold } = TEXT_LOOKS[role];
      const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/>`;
      return (
        `<w:rPr>${fonts}${bold ? '<w:b/><w:bCs/>' : ''}${hidden ? '<w:vanish/>' : ''}` +
        `<w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
      );
    },
    splitRuns: scriptRuns,
    beforeRuns: () => '',
    afterRuns: () => '',
    emptyParagraph: () => '<w:r><w:rPr></w:rPr></w:r>',
    lineBreak: '<w:br/>',
    tableProperties: libreOfficeTable,
    rowProperties: libreOfficeRow,
    cellProperties: libreOfficeCell,
    sectionProperties:
      '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:left="1083" w:right="1083" w:gutter="0" w:header="0" w:top="1440" w:footer="0" w:bottom="1440"/>' +
      '<w:pgNumType w:fmt="decimal"/><w:formProt w:val="false"/><w:textDirection w:val="lrTb"/>' +
      '<w:docGrid w:type="default" w:linePitch="312" w:charSpace="0"/></w:sectPr>',
    parts: libreOfficeParts,
    zip: (parts) => zipStreamed(parts, STAMP),
  };
}

function styleOf(role: TextRole): string {
  if (inTable(role)) return 'TableContents';
  return role === 'title' || role === 'heading' ? 'Heading1' : 'TextBody';
}

/** Western and Asian text never share a run: each has its own font attributes. */
function scriptRuns(text: string): string[] {
  return text.match(/[!-~]+|[^!-~]+/g) ?? [];
}
