import { Lexer } from '../../file/lexer.ts';
import { type PdfDict, PdfStream } from '../../file/pdf-objects.ts';
import { CodeMap } from './code-map.ts';
import type { FontSource } from './font-source.ts';
import { type CMapSink, readCMap } from './read-cmap.ts';
import { readFontStream } from './read-font-stream.ts';

/** What the /ToUnicode map of a font says of its codes; nothing where it has none, or one that is only a name. */
export function readToUnicode(font: PdfDict, source: FontSource): CodeMap<string> | null {
  const stream = source.file.resolve(font.get('ToUnicode'));
  return stream instanceof PdfStream ? readEmbeddedCMap(stream, source).texts : null;
}

/** @throws PdfTrouble as {@link readFontStream} and {@link readCMap} do */
export function readEmbeddedCMap(stream: PdfStream, source: FontSource): CMapSink {
  const { budget } = source;
  const bytes = readFontStream(stream, source, 'character-map');
  const sink: CMapSink = { texts: new CodeMap(budget), cids: new CodeMap(budget), spaces: [], vertical: false };
  readCMap(new Lexer(bytes), sink);
  return sink;
}
