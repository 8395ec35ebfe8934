import { LIMITS } from '../../bytes/limits.ts';
import { skipInlineImage } from './inline-image.ts';
import { Lexer, TOKEN } from './lexer.ts';
import { isDict, nameOf } from './pdf-kinds.ts';
import { type PdfDict, type PdfFile, type PdfObject, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';
import { checkSize } from './picture-size.ts';

/** What interpreting a content stream once comes to, the forms that it paints included. */
interface Painted {
  /** Operators, and bytes of shown strings, which are glyphs or halves of glyphs. */
  readonly operations: number;
  readonly forms: number;
}

interface Count {
  readonly file: PdfFile;
  /** Of each form, by the resources that it was interpreted with. */
  readonly known: Map<PdfStream, Map<PdfDict, Painted>>;
  readonly open: Set<PdfStream>;
  /** Resources whose Type 3 fonts were counted: their glyphs are content streams, interpreted once. */
  readonly fontsOf: Set<PdfDict>;
  operations: number;
  forms: number;
  /** Bytes of content that were read to find this out. */
  read: number;
}

const NO_DICT: PdfDict = new Map();

/**
 * Counts what all pages and annotations of a file paint. A form is read once and counts each time it is painted, so
 * that nine forms which paint one another twelve times are found to be five thousand million without painting them.
 * @throws PdfTrouble `too-complex`, or what decoding the content throws other than `declined`
 */
export function countPainted(file: PdfFile): void {
  const count: Count = {
    file,
    known: new Map(),
    open: new Set(),
    fontsOf: new Set(),
    operations: 0,
    forms: 0,
    read: 0,
  };
  for (const page of file.pages) {
    for (const content of page.contents) addTo(count, interpret(content, page.resources, count));
    for (const annotation of page.annotations) addAppearances(annotation, page.resources, count);
  }
}

function addTo(count: Count, painted: Painted): void {
  count.operations += painted.operations;
  count.forms += painted.forms;
  checkBounds(count);
}

function checkBounds({ operations, forms }: Painted): void {
  if (operations > LIMITS.pdfOperations) throw new PdfTrouble('too-complex', 'operations');
  if (forms > LIMITS.pdfDrawnForms) throw new PdfTrouble('too-complex', 'forms');
}

function addAppearances(annotation: PdfDict, resources: PdfDict, count: Count): void {
  const normal = dictAt(annotation, 'AP', count).get('N');
  const appearance = count.file.resolve(normal);
  const states = isDict(appearance) ? [...appearance.values()] : [appearance];
  for (const state of states) addTo(count, paintForm(count.file.resolve(state), resources, count));
}

/** One painting of a form; nothing for what is none. */
function paintForm(form: PdfObject, outer: PdfDict, count: Count): Painted {
  if (!(form instanceof PdfStream) || nameOf(count.file.resolve(form.dict.get('Subtype'))) === 'Image') {
    return { operations: 1, forms: 0 };
  }
  const own = count.file.resolve(form.dict.get('Resources'));
  const resources = isDict(own) ? own : outer;
  const byResources = count.known.get(form) ?? new Map<PdfDict, Painted>();
  count.known.set(form, byResources);
  let painted = byResources.get(resources);
  if (painted === undefined) {
    painted = interpret(form, resources, count);
    byResources.set(resources, painted);
  }
  return { operations: painted.operations, forms: painted.forms + 1 };
}

function interpret(stream: PdfStream, resources: PdfDict, count: Count): Painted {
  if (count.open.has(stream)) throw new PdfTrouble('too-complex', 'form paints itself');
  if (count.open.size === LIMITS.pdfFormDepth) throw new PdfTrouble('too-complex', 'form depth');
  const content = decode(stream, count.file);
  count.read += content.length;
  if (count.read > LIMITS.pdfParsedBytes) throw new PdfTrouble('too-complex', 'content read');
  count.open.add(stream);
  addGlyphsOfFonts(resources, count);
  const painted = readContent(content, resources, count);
  count.open.delete(stream);
  return painted;
}

function decode(stream: PdfStream, file: PdfFile): Uint8Array {
  try {
    return file.decode(stream);
  } catch (trouble) {
    // Content under a filter for pictures draws nothing in any engine.
    if (trouble instanceof PdfTrouble && trouble.code === 'declined') return new Uint8Array(0);
    throw trouble;
  }
}

function readContent(content: Uint8Array, resources: PdfDict, count: Count): Painted {
  const lexer = new Lexer(content);
  let operations = 0;
  let forms = 0;
  let name: string | null = null;
  for (let token = lexer.next(); token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.string) operations += lexer.string.length;
    if (token === TOKEN.name) name = lexer.text;
    if (token !== TOKEN.keyword) continue;
    operations++;
    const painted = paintedBy(lexer, name, resources, count);
    name = null;
    if (painted === null) continue;
    operations += painted.operations;
    forms += painted.forms;
    checkBounds({ operations, forms });
  }
  checkBounds({ operations, forms });
  return { operations, forms };
}

/** What an operator paints by its name operand, through the resources; `null` for most. */
function paintedBy(lexer: Lexer, name: string | null, resources: PdfDict, count: Count): Painted | null {
  const { file } = count;
  const resource = (kind: string): PdfObject => file.resolve(dictAt(resources, kind, count).get(name ?? ''));
  switch (lexer.text) {
    case 'BI': {
      const { width, height } = skipInlineImage(lexer);
      checkSize(width, height);
      return null;
    }
    case 'Do':
      return paintForm(resource('XObject'), resources, count);
    case 'scn':
    case 'SCN':
      return name === null ? null : paintForm(resource('Pattern'), resources, count);
    case 'gs': {
      const state = resource('ExtGState');
      const mask = isDict(state) ? file.resolve(dictAt(state, 'SMask', count).get('G')) : null;
      return mask === null ? null : paintForm(mask, resources, count);
    }
    default:
      return null;
  }
}

function addGlyphsOfFonts(resources: PdfDict, count: Count): void {
  if (count.fontsOf.has(resources)) return;
  count.fontsOf.add(resources);
  for (const reference of dictAt(resources, 'Font', count).values()) {
    const font = count.file.resolve(reference);
    if (!isDict(font) || nameOf(count.file.resolve(font.get('Subtype'))) !== 'Type3') continue;
    const own = dictAt(font, 'Resources', count);
    for (const glyph of dictAt(font, 'CharProcs', count).values()) {
      addTo(count, paintForm(count.file.resolve(glyph), own === NO_DICT ? resources : own, count));
    }
  }
}

function dictAt(dict: PdfDict, key: string, count: Count): PdfDict {
  const found = count.file.resolve(dict.get(key));
  return isDict(found) ? found : NO_DICT;
}
