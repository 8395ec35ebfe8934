import type { Scene } from '../scene.ts';
import { numeric, type Operator } from './operator.ts';

interface How {
  readonly close?: boolean;
  readonly fill?: boolean;
  readonly stroke?: boolean;
  readonly evenOdd?: boolean;
}

function painting({ close = false, fill = false, stroke = false, evenOdd = false }: How): Operator {
  const how = { fill, stroke, evenOdd };
  return ({ recorder }) => {
    if (close) recorder.path.closePath();
    recorder.paint(how);
  };
}

const clipping: Operator = ({ recorder }: Scene) => recorder.clip();

/** ISO 32000-1, 8.5. */
export const PATH_OPERATORS: Readonly<Record<string, Operator>> = {
  m: numeric(2, ({ recorder }, n) => recorder.path.moveTo(n[0], n[1])),
  l: numeric(2, ({ recorder }, n) => recorder.path.lineTo(n[0], n[1])),
  c: numeric(6, ({ recorder }, n) => recorder.path.curveTo(n[4], n[5])),
  v: numeric(4, ({ recorder }, n) => recorder.path.curveTo(n[2], n[3])),
  y: numeric(4, ({ recorder }, n) => recorder.path.curveTo(n[2], n[3])),
  h: ({ recorder }) => recorder.path.closePath(),
  re: numeric(4, ({ recorder }, n) => recorder.path.rectangle(n[0], n[1], n[2], n[3])),
  S: painting({ stroke: true }),
  s: painting({ close: true, stroke: true }),
  f: painting({ fill: true }),
  F: painting({ fill: true }),
  'f*': painting({ fill: true, evenOdd: true }),
  B: painting({ fill: true, stroke: true }),
  'B*': painting({ fill: true, stroke: true, evenOdd: true }),
  b: painting({ close: true, fill: true, stroke: true }),
  'b*': painting({ close: true, fill: true, stroke: true, evenOdd: true }),
  n: ({ recorder }) => recorder.endPath(),
  W: clipping,
  'W*': clipping,
};
