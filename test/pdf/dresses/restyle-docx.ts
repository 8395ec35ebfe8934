import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Random } from '../../dresses/random.ts';

const MAIN = 'word/document.xml';
const FOOTER = 'word/footer9.xml';
const STAMP = new Date(2025, 0, 15);

type Edit = (xml: string, random: Random) => string;

const border = /(<w:(?:top|left|bottom|right|insideH|insideV)\b[^>]*?w:val=")single(")/g;
const size = /(<w:(?:top|left|bottom|right|insideH|insideV)\b[^>]*?w:sz=")\d+(")/g;

const BORDERS = ['single', 'dotted', 'dashed', 'double', 'dotDash', 'thinThickSmallGap'] as const;

/** Looks that the writers of the samples do not have, each an edit of word/document.xml. */
const EDITS: readonly (readonly [string, Edit])[] = [
  ['borders', (xml, random) => xml.replace(border, `$1${random.pick(BORDERS)}$2`)],
  ['border widths', (xml, random) => xml.replace(size, `$1${random.pick([2, 4, 12, 18])}$2`)],
  ['rows kept', (xml) => xml.replaceAll('<w:trPr>', '<w:trPr><w:cantSplit/>')],
  [
    'page',
    (xml, random) => {
      const [width, height] = random.pick([
        [16838, 11906],
        [16838, 23811],
        [11906, 16838],
        [12240, 15840],
      ]);
      return xml.replace(/<w:pgSz[^>]*>/, `<w:pgSz w:w="${width}" w:h="${height}"/>`);
    },
  ],
  [
    'margins',
    (xml, random) =>
      xml
        .replace(/(<w:pgMar[^>]*w:top=")\d+/, `$1${random.pick([720, 1000, 2100])}`)
        .replace(/(<w:pgMar[^>]*w:bottom=")\d+/, `$1${random.pick([800, 1100, 1900])}`),
  ],
  ['row heights', (xml, random) => xml.replace(/(<w:trHeight w:val=")\d+/g, `$1${random.pick([200, 480, 620])}`)],
  [
    'figures to the side',
    (xml, random) => xml.replaceAll('<w:jc w:val="center"/>', `<w:jc w:val="${random.pick(['left', 'right'])}"/>`),
  ],
];

/** Puts further looks on a .docx before it is printed, page numbers among them. */
export function restyleDocx(docx: Uint8Array, random: Random): { docx: Uint8Array; about: string[] } {
  const parts = unzipSync(docx);
  const edits = random.some(EDITS, random.int(4));
  let xml = strFromU8(parts[MAIN] ?? new Uint8Array());
  for (const [, edit] of edits) xml = edit(xml, random);
  const about = edits.map(([name]) => name);
  if (random.chance(0.6)) {
    about.push('page numbers');
    xml = addFooter(parts, xml);
  }
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries({ ...parts, [MAIN]: strToU8(xml) }))
    files[path] = [bytes, { mtime: STAMP }];
  return { docx: zipSync(files), about };
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Adds a footer `- 4 -` to the package and gives the main part that refers to it. */
function addFooter(parts: Record<string, Uint8Array>, xml: string): string {
  const footer = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>`;
  const relation = `<Relationship Id="rIdF9" Type="${OFFICE}/footer" Target="footer9.xml"/></Relationships>`;
  const type =
    '<Override PartName="/word/footer9.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>';
  const edit = (path: string, from: string, to: string) => {
    parts[path] = strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace(from, to));
  };
  parts[FOOTER] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr ${WORD}>${footer}</w:ftr>`);
  edit('word/_rels/document.xml.rels', '</Relationships>', relation);
  edit('[Content_Types].xml', '</Types>', type);
  return xml.replace(
    /<w:sectPr([^>]*)>/,
    `<w:sectPr$1><w:footerReference xmlns:r="${OFFICE}" w:type="default" r:id="rIdF9"/>`,
  );
}
