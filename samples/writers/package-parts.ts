import { XML_HEAD } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORDPROCESSING = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a .docx by path: content type, relationship type, and the part that refers to it. */
const KNOWN = {
  'word/document.xml': { type: `${WORDPROCESSING}.document.main+xml`, relation: `${OFFICE}/officeDocument`, of: '' },
  'docProps/core.xml': {
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    relation: `${PACKAGE}/relationships/metadata/core-properties`,
    of: '',
  },
  'docProps/app.xml': {
    type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    relation: `${OFFICE}/extended-properties`,
    of: '',
  },
  'docProps/custom.xml': {
    type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    relation: `${OFFICE}/custom-properties`,
    of: '',
  },
  'word/styles.xml': { type: `${WORDPROCESSING}.styles+xml`, relation: `${OFFICE}/styles`, of: 'word/' },
  'word/settings.xml': { type: `${WORDPROCESSING}.settings+xml`, relation: `${OFFICE}/settings`, of: 'word/' },
  'word/webSettings.xml': { type: `${WORDPROCESSING}.webSettings+xml`, relation: `${OFFICE}/webSettings`, of: 'word/' },
  'word/fontTable.xml': { type: `${WORDPROCESSING}.fontTable+xml`, relation: `${OFFICE}/fontTable`, of: 'word/' },
  'word/numbering.xml': { type: `${WORDPROCESSING}.numbering+xml`, relation: `${OFFICE}/numbering`, of: 'word/' },
} as const;

export type PartPath = keyof typeof KNOWN;

/** `[Content_Types].xml` for the given parts. */
export function contentTypesXml(paths: readonly PartPath[]): string {
  const overrides = paths.map((path) => `<Override PartName="/${path}" ContentType="${KNOWN[path].type}"/>`).join('');
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
  );
}

/** A `.rels` part: the package's own (`''`) or the document's (`word/`). */
export function relationshipsXml(paths: readonly PartPath[], of: '' | 'word/'): string {
  const relations = paths
    .filter((path) => KNOWN[path].of === of)
    .map(
      (path, at) =>
        `<Relationship Id="rId${at + 1}" Type="${KNOWN[path].relation}" Target="${path.slice(of.length)}"/>`,
    );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

/** docProps/core.xml. No program, office or person is named. */
export function corePropertiesXml(): string {
  const stamp = '2021-01-20T08:00:00Z';
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified><cp:revision>2</cp:revision>` +
    '</cp:coreProperties>'
  );
}

/** docProps/app.xml of the named program. */
export function appPropertiesXml(application: string): string {
  return (
    `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Template>Normal.dotm</Template><Application>${application}</Application><DocSecurity>0</DocSecurity></Properties>`
  );
}
