import { COLOUR_OPERATORS } from './colour-operators.ts';
import { OBJECT_OPERATORS } from './object-operators.ts';
import type { Operator } from './operator.ts';
import { PATH_OPERATORS } from './path-operators.ts';
import { STATE_OPERATORS } from './state-operators.ts';
import { TEXT_OPERATORS } from './text-operators.ts';

/** All operators that decide what stands where. J j M i ri d0 d1 MP DP BX EX and ET change nothing of it. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [STATE_OPERATORS, PATH_OPERATORS, TEXT_OPERATORS, COLOUR_OPERATORS, OBJECT_OPERATORS].flatMap((group) =>
    Object.entries(group),
  ),
);
