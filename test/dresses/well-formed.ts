import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The XML parts of a .docx that are not well-formed, each with the parser's complaint. */
export function malformedParts(docx: Uint8Array): string[] {
  return Object.entries(unzipSync(docx))
    .filter(([path]) => path.endsWith('.xml') || path.endsWith('.rels'))
    .flatMap(([path, bytes]) => complaints(strFromU8(bytes)).map((complaint) => `${path}: ${complaint}`));
}

function complaints(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => found.push(error.message));
  parser.write(xml).close();
  return found;
}

/** Text of word/document.xml. */
export function documentXml(docx: Uint8Array): string {
  const part = unzipSync(docx)['word/document.xml'];
  return part ? strFromU8(part) : '';
}
