import { SaxesParser } from 'saxes';
import { inflateMainPart } from './inflate-main-part.ts';

/** The same floor with a parser that checks well-formedness. */
export function run(bytes: Uint8Array): unknown {
  let seen = 0;
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    seen += 1;
  });
  parser.on('text', (text) => {
    seen += text.length;
  });
  parser.write(inflateMainPart(bytes)).close();
  return seen;
}
