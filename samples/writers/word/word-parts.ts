import type { DraftList } from '../draft.ts';
import { numberingXml } from '../numbering-xml.ts';
import {
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  type PartPath,
  relationshipsXml,
} from '../package-parts.ts';
import type { Parts } from '../writer.ts';
import { XML_HEAD } from '../xml.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const WORD_DOCUMENT_TAG =
  '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:o="urn:schemas-microsoft-com:office:office"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ` xmlns:v="urn:schemas-microsoft-com:vml" ${W}` +
  ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' +
  ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15">';

const PATHS: readonly PartPath[] = [
  'word/document.xml',
  'word/numbering.xml',
  'word/styles.xml',
  'word/settings.xml',
  'word/webSettings.xml',
  'word/fontTable.xml',
  'docProps/core.xml',
  'docProps/app.xml',
];

/** The parts in the order in which Word stores them. */
export function wordParts(documentXml: string, lists: readonly DraftList[]): Parts {
  return new Map([
    ['[Content_Types].xml', contentTypesXml(PATHS)],
    ['_rels/.rels', relationshipsXml(PATHS, '')],
    ['word/document.xml', documentXml],
    ['word/_rels/document.xml.rels', relationshipsXml(PATHS, 'word/')],
    ['word/settings.xml', SETTINGS],
    ['word/styles.xml', STYLES],
    ['word/numbering.xml', numberingXml(lists)],
    ['word/fontTable.xml', FONTS],
    ['word/webSettings.xml', `${XML_HEAD}<w:webSettings ${W}><w:optimizeForBrowser/><w:allowPNG/></w:webSettings>`],
    ['docProps/core.xml', corePropertiesXml()],
    ['docProps/app.xml', appPropertiesXml('Microsoft Office Word')],
  ]);
}

const SETTINGS =
  `${XML_HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
  '<w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="420"/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:rsids><w:rsidRoot w:val="00B24F6D"/><w:rsid w:val="003C11A8"/><w:rsid w:val="007A4D21"/><w:rsid w:val="00E7509B"/></w:rsids>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>';

const STYLES =
  `${XML_HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:kern w:val="2"/>' +
  '<w:sz w:val="21"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/>' +
  '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
  '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>';

const FONTS =
  `${XML_HEAD}<w:fonts ${W}><w:font w:name="宋体"><w:altName w:val="SimSun"/><w:panose1 w:val="02010600030101010101"/>` +
  '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>' +
  '<w:font w:name="仿宋"><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>' +
  '<w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>';
