import { skipInlineImage } from '../file/inline-image.ts';
import { Lexer, TOKEN } from '../file/lexer.ts';
import { PdfName, type PdfObject } from '../file/pdf-objects.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';
import { readValue } from '../file/read-object.ts';
import { OPERATORS } from './operators/operators.ts';
import type { Scene } from './scene.ts';

/** Operands before an operator: six in the specification, 32 for a colour of many inks. With more, all are dropped. */
const MOST_OPERANDS = 40;

/** Plays a content stream (ISO 32000-1, 7.8.2): unknown operators, and those with wrong operands, do nothing. */
export function interpret(bytes: Uint8Array, scene: Scene): void {
  const lexer = new Lexer(bytes);
  const { budget } = scene.reading;
  let operands: PdfObject[] = [];
  for (let token = lexer.next(); token !== TOKEN.end; token = lexer.next()) {
    if (token === TOKEN.keyword && !isConstant(lexer.text)) {
      budget.takeOperations(1);
      if (lexer.text === 'BI') {
        drawInlineImage(lexer, scene);
      } else OPERATORS.get(lexer.text)?.(scene, operands);
      operands = [];
    } else {
      if (operands.length >= MOST_OPERANDS) {
        budget.takeOperations(MOST_OPERANDS);
        operands = [];
      }
      if (token === TOKEN.number) operands.push(lexer.number);
      else if (token === TOKEN.string) operands.push(lexer.string);
      else if (token === TOKEN.name) operands.push(new PdfName(lexer.text));
      else if (token !== TOKEN.arrayEnd && token !== TOKEN.dictEnd) {
        lexer.at = lexer.start;
        operands.push(readValue(lexer, scene.reading.objects));
      }
    }
  }
}

/** @throws PdfTrouble `declined` where the image does not end, so that what stands after it would be lost */
function drawInlineImage(lexer: Lexer, { recorder }: Scene): void {
  skipInlineImage(lexer);
  const { bytes, at } = lexer;
  if (bytes[at - 2] !== 0x45 || bytes[at - 1] !== 0x49) throw new PdfTrouble('declined', 'inline-image');
  recorder.image();
}

const isConstant = (keyword: string) => keyword === 'true' || keyword === 'false' || keyword === 'null';
