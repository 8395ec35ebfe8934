import { fits } from './fits.ts';

/** Whether a value of the request meets one that the policy names. */
type Comparison = (value: string, wanted: string) => boolean;

/** A condition operator, taken apart. */
export interface Operator {
  /** What compares; undefined for `Null`, which asks whether there is a value. */
  readonly meets: Comparison | undefined;
  /** It holds when no value that the policy names is met. */
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly set: 'all' | 'any' | undefined;
  /** Whether `*` and `?` mean anything in the values. */
  readonly patterns: boolean;
}

/** Condition keys that requests have here, or that a request within one account never has. */
export const KNOWN_KEY =
  /^(?:aws:(?:SecureTransport|PrincipalTag\/.+|PrincipalArn|PrincipalAccount|SourceArn|SourceAccount)|s3:(?:TlsVersion|prefix)|dynamodb:LeadingKeys)$/i;

const NAME = /^(?:ForA(?<set>ll|ny)Values?:)?(?<name>[A-Za-z]+?)(?<ifExists>IfExists)?$/;

const equals: Comparison = (value, wanted) => value === wanted;
const equalsIgnoreCase: Comparison = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const like: Comparison = (value, wanted) => fits(wanted, value);
const numeric = (compare: (value: number, wanted: number) => boolean): Comparison => {
  return (value, wanted) => compare(Number(value), Number(wanted));
};

const PLAIN: Readonly<Record<string, Comparison>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: equalsIgnoreCase,
  Bool: equalsIgnoreCase,
  NumericEquals: numeric((value, wanted) => value === wanted),
  NumericLessThan: numeric((value, wanted) => value < wanted),
  NumericLessThanEquals: numeric((value, wanted) => value <= wanted),
  NumericGreaterThan: numeric((value, wanted) => value > wanted),
  NumericGreaterThanEquals: numeric((value, wanted) => value >= wanted),
};
const LIKE: Readonly<Record<string, Comparison>> = { StringLike: like, ArnLike: like, ArnEquals: like };

/** @returns undefined for an operator that is not known here */
export function readOperator(text: string): Operator | undefined {
  const { set, name = '', ifExists } = NAME.exec(text)?.groups ?? {};
  const common = { ifExists: ifExists !== undefined, set: readSet(set) };
  if (name === 'Null') return { ...common, meets: undefined, negated: false, patterns: false };
  const positive = name.replace(/^(String|Numeric|Arn)Not/, '$1');
  const [plain, pattern] = [PLAIN[positive], LIKE[positive]];
  const meets = plain ?? pattern;
  return meets && { ...common, meets, negated: positive !== name, patterns: pattern !== undefined };
}

function readSet(set: string | undefined): Operator['set'] {
  if (set === undefined) return undefined;
  return set === 'll' ? 'all' : 'any';
}
