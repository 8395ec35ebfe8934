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

const NAMESPACES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:schemas-microsoft-com:office:office"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"' +
  ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' +
  ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14"';

export const WPS_DOCUMENT_TAG = `<w:document ${NAMESPACES}>`;

const PATHS: readonly PartPath[] = [
  'docProps/app.xml',
  'docProps/core.xml',
  'docProps/custom.xml',
  'word/document.xml',
  'word/fontTable.xml',
  'word/settings.xml',
  'word/styles.xml',
];

/** The parts as WPS stores them, its folders as entries of their own. numbering.xml is written when it is needed. */
export function wpsParts(documentXml: string, lists: readonly DraftList[]): Parts {
  const paths: readonly PartPath[] = lists.length > 0 ? [...PATHS, 'word/numbering.xml'] : PATHS;
  const numbering: [string, string][] = lists.length > 0 ? [['word/numbering.xml', numberingXml(lists)]] : [];
  return new Map([
    ['[Content_Types].xml', contentTypesXml(paths)],
    ['_rels/', ''],
    ['_rels/.rels', relationshipsXml(paths, '')],
    ['docProps/', ''],
    ['docProps/app.xml', appPropertiesXml('WPS Office_12.1.0.15712_F1E327BC-269C-435d-A152-05C5408002CA')],
    ['docProps/core.xml', corePropertiesXml()],
    ['docProps/custom.xml', CUSTOM],
    ['word/', ''],
    ['word/_rels/', ''],
    ['word/_rels/document.xml.rels', relationshipsXml(paths, 'word/')],
    ['word/document.xml', documentXml],
    ['word/fontTable.xml', FONTS],
    ...numbering,
    ['word/settings.xml', SETTINGS],
    ['word/styles.xml', STYLES],
  ]);
}

const property = (id: number, name: string, value: string): string =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;

const CUSTOM =
  `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
  ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
  `${property(2, 'KSOProductBuildVer', '2052-12.1.0.15712')}${property(3, 'ICV', '00000000000000000000000000000000_12')}</Properties>`;

const FONTS =
  `${XML_HEAD}<w:fonts ${NAMESPACES}><w:font w:name="宋体"><w:altName w:val="汉仪书宋二KW"/><w:charset w:val="00"/>` +
  '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font><w:font w:name="仿宋"><w:charset w:val="86"/>' +
  '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font></w:fonts>';

const SETTINGS =
  `${XML_HEAD}<w:settings ${NAMESPACES}><w:zoom w:percent="110"/><w:embedSystemFonts/>` +
  '<w:bordersDoNotSurroundHeader w:val="0"/><w:bordersDoNotSurroundFooter w:val="0"/>' +
  '<w:documentProtection w:enforcement="0"/><w:defaultTabStop w:val="420"/><w:noPunctuationKerning w:val="1"/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

const STYLES =
  `${XML_HEAD}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:qFormat/><w:uiPriority w:val="0"/>' +
  '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="24"/>' +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="4"><w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="3"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblCellMar>' +
  '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>' +
  '</w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="Normal (Web)"/><w:basedOn w:val="1"/><w:uiPriority w:val="0"/>' +
  '<w:pPr><w:spacing w:before="0" w:beforeAutospacing="1" w:after="0" w:afterAutospacing="1"/><w:jc w:val="left"/></w:pPr>' +
  '<w:rPr><w:kern w:val="0"/><w:sz w:val="24"/></w:rPr></w:style></w:styles>';
