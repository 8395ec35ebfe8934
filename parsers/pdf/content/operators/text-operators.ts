import { isArray, isDict, nameOf } from '../../file/pdf-kinds.ts';
import type { PdfObject } from '../../file/pdf-objects.ts';
import { PdfTrouble } from '../../file/pdf-trouble.ts';
import { declinedFont, LeanFont } from '../fonts/lean-font.ts';
import type { Scene } from '../scene.ts';
import { numeric, type Operator } from './operator.ts';

const MISSING_FONT = declinedFont('missing-font');

/** ISO 32000-1, 9.3 and 9.4. */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  BT: ({ recorder }) => recorder.text.begin(),
  Tc: numeric(1, ({ recorder }, n) => recorder.text.setCharSpacing(n[0])),
  Tw: numeric(1, ({ recorder }, n) => recorder.text.setWordSpacing(n[0])),
  Tz: numeric(1, ({ recorder }, n) => recorder.text.setHorizontalScale(n[0] / 100)),
  TL: numeric(1, ({ recorder }, n) => recorder.text.setLeading(n[0])),
  Tr: numeric(1, ({ recorder }, n) => recorder.text.setRenderMode(n[0])),
  Ts: numeric(1, ({ recorder }, n) => recorder.text.setRise(n[0])),
  Tf: setFont,
  Td: numeric(2, ({ recorder }, n) => recorder.text.move(n[0], n[1])),
  TD: numeric(2, ({ recorder }, n) => {
    recorder.text.setLeading(-n[1]);
    recorder.text.move(n[0], n[1]);
  }),
  Tm: numeric(6, ({ recorder }, n) => recorder.text.setMatrix([...n])),
  'T*': ({ recorder }) => recorder.text.nextLine(),
  Tj: (scene, operands) => show(scene, operands.at(-1)),
  TJ: (scene, operands) => show(scene, operands.at(-1)),
  "'": (scene, operands) => {
    scene.recorder.text.nextLine();
    show(scene, operands.at(-1));
  },
  '"': (scene, operands) => {
    const [wordSpacing, charSpacing, string] = operands.slice(-3);
    if (typeof wordSpacing === 'number') scene.recorder.text.setWordSpacing(wordSpacing);
    if (typeof charSpacing === 'number') scene.recorder.text.setCharSpacing(charSpacing);
    scene.recorder.text.nextLine();
    show(scene, string);
  },
};

function setFont({ reading, resources, recorder }: Scene, operands: readonly PdfObject[]): void {
  const name = nameOf(operands.at(-2));
  const size = operands.at(-1);
  if (name === null || typeof size !== 'number') return;
  const font = reading.resource(resources, 'Font', name);
  recorder.text.setFont(isDict(font) ? reading.fontOf(font) : MISSING_FONT, size);
}

/** Shows a string, or an array of strings and adjustments. */
function show({ recorder }: Scene, operand: PdfObject | undefined): void {
  const parts = isArray(operand) ? operand : [operand];
  const { text } = recorder;
  const { font: set } = recorder.state;
  const font = set instanceof LeanFont ? set : MISSING_FONT;
  text.beginRun();
  for (const part of parts) {
    if (typeof part === 'number') text.adjust(part);
    else if (part instanceof Uint8Array && part.length > 0) {
      // What the mask leaves of the text is not worked out.
      if (recorder.state.softMasked) throw new PdfTrouble('declined', 'soft-mask');
      font.show(part, text);
    }
  }
}
