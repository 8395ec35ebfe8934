const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/** What a hand-made file holds besides one page of 200 by 100 points. */
export interface SmallPdf {
  /** The content of the page; a character is a byte. */
  readonly content: string;
  /** Entries of the page's resources; they may refer to `objects`, the first of which is `5 0 R`. */
  readonly resources?: string;
  readonly objects?: readonly string[];
  /** Further entries of the page and of the catalogue. */
  readonly page?: string;
  readonly catalogue?: string;
  /** What /Count says. */
  readonly count?: number;
}

/** The bytes of a PDF that says what a test is about and nothing else. */
export function smallPdf({ content, resources = '', objects = [], page = '', catalogue = '', count = 1 }: SmallPdf) {
  return assemble([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Count ${count}/Kids[3 0 R]>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<<${resources}>>${page}>>`,
    stream('', content),
    ...objects,
  ]);
}

export const stream = (entries: string, data: string): string =>
  `<<${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`;

function assemble(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  return latin(`${text}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`);
}
