import type { CheckOutcome, Finding, Message, NotEvaluable } from './finding.ts';
import type { Rule } from './rule.ts';

/** What a rule says of one scope, without repeating in each rule what all outcomes have in common. */

type Named = Pick<Rule, 'id' | 'severity'>;

export const holds = ({ id }: Named, scope: string): CheckOutcome => ({ outcome: 'holds', rule: id, scope });

export const notApplicable = ({ id }: Named, scope: string): CheckOutcome => ({
  outcome: 'not-applicable',
  rule: id,
  scope,
});

export const notEvaluable = (
  { id }: Named,
  scope: string,
  reason: NotEvaluable['reason'],
  figures: readonly string[],
  message: Message,
): CheckOutcome => ({ outcome: 'not-evaluable', rule: id, scope, reason, figures: [...figures], message });

type Breach = Pick<Finding, 'figures' | 'expected' | 'found' | 'message'> &
  Partial<Pick<Finding, 'cause' | 'secondReading' | 'elsewhere' | 'quote'>>;

/** A finding; its difference is found − expected, free of what binary fractions leave behind. */
export function broken({ id, severity }: Named, scope: string, breach: Breach): Finding {
  const { figures, expected, found, message, cause = 'report', secondReading, elsewhere, quote } = breach;
  return {
    rule: id,
    scope,
    severity,
    outcome: 'broken',
    cause,
    ...(secondReading && { secondReading }),
    figures,
    expected,
    found,
    difference: expected === null || found === null ? null : Math.round((found - expected) * 1e6) / 1e6,
    suspects: [],
    ...(elsewhere && { elsewhere }),
    ...(quote && { quote }),
    message,
  };
}
