import { type Operator, readOperator } from './condition-operators.ts';
import { type Context, fillIn } from './fits.ts';
import type { Statement } from './statement.ts';

/** Whether all conditions of a statement hold for a request. By the IAM user guide, "Condition operators". */
export function holds(condition: Statement['Condition'], context: Context): boolean {
  return Object.entries(condition).every(([name, tests]) => {
    const operator = readOperator(name);
    if (!operator) throw new Error(`The local cloud does not know the condition operator ${name}`);
    return Object.entries(tests).every(([key, wanted]) => holdsFor(operator, key, wanted, context));
  });
}

function holdsFor(operator: Operator, key: string, wanted: readonly string[], context: Context): boolean {
  const values = context.get(key.toLowerCase());
  const { meets, negated, ifExists, set } = operator;
  if (!meets) return wanted.some((absent) => (absent.toLowerCase() === 'true') === (values === undefined));
  if (values === undefined || values.length === 0) return ifExists || set === 'all' || (negated && set !== 'any');
  const patterns = wanted.flatMap((one) => readValue(one, operator, context));
  const one = (value: string) => patterns.some((pattern) => meets(value, pattern)) !== negated;
  return set === 'any' ? values.some(one) : values.every(one);
}

// Where nothing is a pattern, `${*}` is the character as well.
function readValue(value: string, { patterns }: Operator, context: Context): string[] {
  const filled = fillIn(value, context);
  if (filled === undefined) return [];
  return [patterns ? filled : filled.replaceAll('\u0000', '')];
}
