import type { TextRole } from '../draft.ts';
import { numberingProperty } from '../numbering-xml.ts';
import { inTable, TEXT_LOOKS } from '../text-look.ts';
import type { Writer } from '../writer.ts';
import { zipPlain } from '../zip-parts.ts';
import { WPS_DOCUMENT_TAG, wpsParts } from './wps-parts.ts';
import { wpsCell, wpsRow, wpsTable } from './wps-table.ts';

/** WPS stamps entries with its own fixed date. */
const STAMP = new Date(2012, 6, 2, 9, 52);

/** WPS Office: the blank form that offices are handed is written by it, and this follows that file. */
export function wpsWriter(): Writer {
  let count = 0;
  const paraId = (): string => {
    count += 1;
    return ((0x4032e3af + count * 0x9e3779b1) >>> 1).toString(16).toUpperCase().padStart(8, '0');
  };
  return {
    id: 'wps',
    documentTag: WPS_DOCUMENT_TAG,
    paragraphTag: () => `<w:p w14:paraId="${paraId()}">`,
    runTag: () => '<w:r>',
    rowTag: () => `<w:tr w14:paraId="${paraId()}">`,
    paragraphProperties(role, list) {
      const look = TEXT_LOOKS[role];
      const style = inTable(role) ? '' : '<w:pStyle w:val="2"/>';
      const indent = `<w:ind w:left="0"${look.indent > 0 ? ` w:firstLine="${look.indent}"` : ' w:right="0"'}/>`;
      return (
        `<w:pPr>${style}<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:widowControl/>${numberingProperty(list)}` +
        '<w:suppressLineNumbers w:val="0"/>' +
        `<w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0"/>${indent}` +
        `<w:jc w:val="${look.align}"/><w:rPr>${fonts(role)}</w:rPr></w:pPr>`
      );
    },
    runProperties(role, hidden) {
      const { size, bold } = TEXT_LOOKS[role];
      const marks = `${bold ? '<w:b/><w:bCs/>' : ''}${hidden ? '<w:vanish/>' : ''}`;
      const language = inTable(role) ? '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>' : '';
      const colour = inTable(role) ? '<w:color w:val="000000"/><w:kern w:val="0"/>' : '';
      return `<w:rPr>${fonts(role)}${marks}${colour}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${language}</w:rPr>`;
    },
    splitRuns: wpsRuns,
    beforeRuns: () => '',
    afterRuns: () => '',
    emptyParagraph: () => '',
    lineBreak: '<w:br w:type="textWrapping"/>',
    tableProperties: wpsTable,
    rowProperties: wpsRow,
    cellProperties: wpsCell,
    sectionProperties:
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:top="1440" w:right="1083" w:bottom="1440" w:left="1083" w:header="851" w:footer="992" w:gutter="0"/>' +
      '<w:cols w:space="425" w:num="1"/><w:docGrid w:type="lines" w:linePitch="312" w:charSpace="0"/></w:sectPr>',
    parts: wpsParts,
    zip: (parts) => zipPlain(parts, STAMP),
  };
}

function fonts(role: TextRole): string {
  const { font } = TEXT_LOOKS[role];
  return `<w:rFonts w:hint="eastAsia" w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}

/** The blank form has labels such as 本年 | 制发件数 in two runs: text typed over a template keeps its start. */
function wpsRuns(text: string): string[] {
  return text.length > 5 && text.startsWith('本年') ? ['本年', text.slice(2)] : [text];
}
