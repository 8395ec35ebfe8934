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
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

export const LIBREOFFICE_DOCUMENT_TAG =
  '<w:document xmlns:o="urn:schemas-microsoft-com:office:office"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"' +
  ` ${W} xmlns:w10="urn:schemas-microsoft-com:office:word"` +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ` ${MC} ${W14} xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15">`;

const PATHS: readonly PartPath[] = [
  'docProps/core.xml',
  'docProps/app.xml',
  'word/document.xml',
  'word/styles.xml',
  'word/fontTable.xml',
  'word/settings.xml',
];

/** The parts in LibreOffice's order: relationships first, content types and the document last. */
export function libreOfficeParts(documentXml: string, lists: readonly DraftList[]): Parts {
  const paths: readonly PartPath[] = lists.length > 0 ? [...PATHS, 'word/numbering.xml'] : PATHS;
  const numbering: [string, string][] = lists.length > 0 ? [['word/numbering.xml', numberingXml(lists)]] : [];
  return new Map([
    ['_rels/.rels', relationshipsXml(paths, '')],
    ['docProps/core.xml', corePropertiesXml()],
    ['docProps/app.xml', appPropertiesXml('LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2')],
    ['word/_rels/document.xml.rels', relationshipsXml(paths, 'word/')],
    ...numbering,
    ['word/styles.xml', STYLES],
    ['word/fontTable.xml', FONTS],
    ['word/settings.xml', SETTINGS],
    ['[Content_Types].xml', contentTypesXml(paths)],
    ['word/document.xml', documentXml],
  ]);
}

const paragraphStyle = (id: string, name: string, base: string, more: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/><w:qFormat/>${more}<w:rPr></w:rPr></w:style>`;

const STYLES =
  `${XML_HEAD}<w:styles ${W} ${W14} ${MC} mc:Ignorable="w14"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:eastAsia="宋体" w:cs="DejaVu Sans"/><w:kern w:val="2"/>' +
  '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="hi-IN"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:suppressAutoHyphens w:val="true"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:bidi w:val="0"/></w:pPr></w:style>' +
  paragraphStyle('Heading', 'Heading', 'Normal', '<w:pPr><w:keepNext w:val="true"/></w:pPr>') +
  paragraphStyle('Heading1', 'Heading 1', 'Heading', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
  paragraphStyle('TextBody', 'Body Text', 'Normal', '<w:pPr><w:spacing w:before="0" w:after="140"/></w:pPr>') +
  paragraphStyle('TableContents', 'Table Contents', 'Normal', '<w:pPr><w:suppressLineNumbers/></w:pPr>') +
  '</w:styles>';

const font = (name: string): string =>
  `<w:font w:name="${name}"><w:charset w:val="01"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;

const FONTS = `${XML_HEAD}<w:fonts ${W}>${['Times New Roman', 'Liberation Serif', '宋体', '仿宋', '黑体'].map(font).join('')}</w:fonts>`;

const SETTINGS =
  `${XML_HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation w:val="true"/>` +
  '<w:compat><w:doNotExpandShiftReturn/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';
