import type { PdfObject } from '../../file/pdf-objects.ts';
import type { Scene } from '../scene.ts';

/** What an operator does with the operands before it. */
export type Operator = (scene: Scene, operands: readonly PdfObject[]) => void;

type Six = [number, number, number, number, number, number];

/** Filled anew for each operator: one array for all, since a page has tens of thousands. */
const numbers: Six = [0, 0, 0, 0, 0, 0];

/** An operator that takes the last so many operands, which must be numbers; otherwise it does nothing, as in viewers. */
export function numeric(count: number, run: (scene: Scene, numbers: Readonly<Six>) => void): Operator {
  return (scene, operands) => {
    const first = operands.length - count;
    for (let index = 0; index < count; index++) {
      const operand = operands[first + index];
      if (typeof operand !== 'number') return;
      numbers[index] = operand;
    }
    run(scene, numbers);
  };
}
