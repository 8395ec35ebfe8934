import type { DraftList } from './draft.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** word/numbering.xml: one definition for each list. Programs write the part even when nothing is numbered. */
export function numberingXml(lists: readonly DraftList[]): string {
  const definitions = lists.map(
    (list) =>
      `<w:abstractNum w:abstractNumId="${list.id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">` +
      `<w:start w:val="${list.start}"/><w:numFmt w:val="${list.format}"/><w:suff w:val="nothing"/>` +
      `<w:lvlText w:val="${escapeXml(list.pattern)}"/><w:lvlJc w:val="left"/>` +
      '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>',
  );
  const numbers = lists.map((list) => `<w:num w:numId="${list.id}"><w:abstractNumId w:val="${list.id}"/></w:num>`);
  return `${XML_HEAD}<w:numbering xmlns:w="${W}">${definitions.join('')}${numbers.join('')}</w:numbering>`;
}

/** The paragraph property that refers to a list. */
export const numberingProperty = (list: number | undefined): string =>
  list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
