import type { PageRecorder } from '../page/recorder.ts';
import type { Arguments } from './arguments.ts';
import { OPERATORS } from './operators.ts';

/** How the operator that ends a path paints it. Those that close it first have done so in its data. */
const PAINTING: ReadonlyMap<unknown, Parameters<PageRecorder['paint']>[0]> = new Map([
  [OPERATORS.stroke, { fill: false, stroke: true, evenOdd: false }],
  [OPERATORS.closeStroke, { fill: false, stroke: true, evenOdd: false }],
  [OPERATORS.fill, { fill: true, stroke: false, evenOdd: false }],
  [OPERATORS.eoFill, { fill: true, stroke: false, evenOdd: true }],
  [OPERATORS.fillStroke, { fill: true, stroke: true, evenOdd: false }],
  [OPERATORS.eoFillStroke, { fill: true, stroke: true, evenOdd: true }],
  [OPERATORS.closeFillStroke, { fill: true, stroke: true, evenOdd: false }],
  [OPERATORS.closeEOFillStroke, { fill: true, stroke: true, evenOdd: true }],
]);

/**
 * A path: the operator that ends it, and its data – `0 x y` to move, `1 x y` for a line, `2` and six numbers for a curve, `3`
 * to close.
 */
export function drawPath(recorder: PageRecorder, [operator, parts]: Arguments): void {
  const [data] = Array.isArray(parts) ? parts : [];
  if (data instanceof Float32Array) replay(recorder.path, data);
  const how = PAINTING.get(operator);
  if (how) recorder.paint(how);
  else recorder.endPath();
}

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

function replay(path: PageRecorder['path'], data: Float32Array): void {
  const at = (index: number) => data[index] ?? 0;
  for (let index = 0; index < data.length; ) {
    if (isFlatRectangle(data, index)) {
      const [x, y] = [at(index + 1), at(index + 2)];
      path.rectangle(x, y, at(index + 4) - x, at(index + 5) - y);
      index += 7;
      continue;
    }
    switch (data[index]) {
      case MOVE:
        path.moveTo(at(index + 1), at(index + 2));
        index += 3;
        break;
      case LINE:
        path.lineTo(at(index + 1), at(index + 2));
        index += 3;
        break;
      case CURVE:
        path.curveTo(at(index + 5), at(index + 6));
        index += 7;
        break;
      default:
        path.closePath();
        index += 1;
    }
  }
}

/** pdf.js gives a rectangle without width or height as a line there and back. */
function isFlatRectangle(data: Float32Array, index: number): boolean {
  if (data[index] !== MOVE || data[index + 3] !== LINE || data[index + 6] !== CLOSE) return false;
  return data[index + 1] === data[index + 4] || data[index + 2] === data[index + 5];
}
