import { Parser } from 'saxen';
import { inflateMainPart } from './inflate-main-part.ts';

/** The least that any reader has to do: inflate the main part, and one pass over its markup. */
export function run(bytes: Uint8Array): unknown {
  let seen = 0;
  new Parser()
    .on('openTag', () => {
      seen += 1;
    })
    .on('text', (text) => {
      seen += text.length;
    })
    .parse(inflateMainPart(bytes));
  return seen;
}
