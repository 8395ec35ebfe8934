import type { Finding } from '../../checks/finding.ts';
import type { Figures } from '../../parsers/figures/figure.ts';
import type { ToldFinding } from '../contract/report-event.ts';
import { decisionKeyOf } from '../decision.ts';

/** A stranger's report must not make an event too large to be sent. */
const MOST = { figures: 300, characters: 2_000 } as const;

/** Findings as events tell them, each key once. */
export function toldFindings(
  findings: readonly Finding[],
  figures: Figures,
  reach: ToldFinding['reach'],
  digest: (text: string) => string,
): ToldFinding[] {
  const told = findings.map((finding): ToldFinding => {
    const { rule, scope, severity, cause, message } = finding;
    return {
      key: decisionKeyOf(finding, figures, digest),
      reach,
      rule,
      scope,
      severity,
      cause,
      figures: finding.figures.slice(0, MOST.figures),
      message: { zh: message.zh.slice(0, MOST.characters), en: message.en.slice(0, MOST.characters) },
    };
  });
  return [...new Map(told.map((finding) => [finding.key, finding])).values()];
}

/** Whether two tell the same: the same numbers under the same rule, as grave and as certain. */
export const tellsTheSame = (one: ToldFinding, other: ToldFinding): boolean =>
  one.key === other.key && one.severity === other.severity && one.cause === other.cause;
