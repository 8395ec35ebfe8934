import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer, TOKEN } from '../../../../parsers/pdf/file/lexer.ts';
import { openPdf } from '../../../../parsers/pdf/file/open-pdf.ts';
import { walkPdf } from '../../../../parsers/pdf/file/walk-pdf.ts';
import { buildPdf, deflated, latin1, pagesOf } from './build-pdf.ts';
import { troubleOf } from './trouble.ts';

const objects = pagesOf(3, {
  3: '<</Type/Page/Contents[4 0 R 4 0 R]/Resources<</XObject<</F 20 0 R>>/Font<</T 21 0 R>>>>/Rotate 90>>',
  4: deflated('q /F Do BI /W 2 /H 2 ID abcd EI (a\\)b) Tj [<41>-3.5(x)] TJ Q'),
  20: deflated('0 0 m 9 9 l S', '/Subtype/Form'),
  21: '<</Type/Font/Subtype/Type3/CharProcs<</a 22 0 R>>/Widths[1 2 3]>>',
  22: { dict: '/Filter[/ASCII85Decode/LZWDecode]', data: 'J..)6T`?p&<!J9%_[umg"B7/Z7KNXbN~>' },
});
const files = [buildPdf(objects), buildPdf(objects, { xref: 'stream' }), buildPdf(objects, { xref: 'none' })];

/** Whatever the bytes: a file or trouble, and no other exception. */
function readAll(bytes: Uint8Array): string {
  return troubleOf(() => {
    const file = openPdf(bytes, { encrypted: 'look' });
    for (const page of file.pages) for (const content of page.contents) troubleOf(() => file.decode(content));
    walkPdf(file);
  });
}

describe('a file that was changed at random is opened or refused', () => {
  test('bytes changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, (file, changed) => {
        const bytes = file.slice();
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
        expect(readAll(bytes)).toBeTypeOf('string');
      }),
      { numRuns: 400 },
    );
  });

  test('cut, with a piece taken out or doubled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.nat(), (file, one, other, length) => {
        const [from, to] = [one % file.length, other % file.length];
        const bytes = new Uint8Array(file.length);
        bytes.set(file.subarray(0, from));
        bytes.set(file.subarray(to, to + file.length - from), from);
        expect(readAll(bytes.subarray(0, length % (2 * file.length)))).toBeTypeOf('string');
      }),
      { numRuns: 400 },
    );
  });

  test('pieces of syntax in any order', () => {
    const pieces = [
      '1 0 obj',
      '2 0 obj',
      'endobj',
      'stream\n',
      'endstream',
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '<',
      '/Kids',
    ];
    const more = [
      '/Pages',
      '1 0 R',
      '2 0 R',
      '/Root',
      'trailer',
      'xref',
      'startxref',
      '0',
      '-1',
      '/Length',
      '/Type/ObjStm',
    ];
    const piece = fc.constantFrom(...pieces, ...more, '/Count', '/N 3/First 4', '/Contents', '%', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (words) => {
        expect(readAll(latin1(`%PDF-1.4\n${words.join(' ')}`))).toBeTypeOf('string');
      }),
      { numRuns: 400 },
    );
  });
});

test('any bytes are tokens, each of which goes on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const lexer = new Lexer(bytes);
      let at = 0;
      while (lexer.next() !== TOKEN.end) {
        expect(lexer.at).toBeGreaterThan(at);
        at = lexer.at;
      }
      expect(lexer.at).toBe(bytes.length);
    }),
  );
});
