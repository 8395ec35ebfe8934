import type { FigureId } from '../forms/form.ts';
import { APPLICANT_COLUMNS } from '../forms/table3-columns.ts';
import { claimedSums } from './claims/claimed-figures.ts';
import { ownClaims } from './claims/own-claims.ts';
import type { Finding } from './finding.ts';
import { nameOfFinding } from './name-of-finding.ts';
import { formsOf, type Reading } from './reading.ts';
import { type Evidence, findSuspects, type Said } from './suspects/find-suspects.ts';
import { saySuspects } from './wording/suspects.ts';

/**
 * Adds to each broken sum which cells are probably wrong, with the values that would make every sum hold: judged over
 * all sums that overlap, by what the prose says, by last year's carry and by the second reading.
 */
export function nameSuspects(findings: readonly Finding[], reading: Reading): readonly Finding[] {
  const forms = formsOf(reading);
  const sums = new Set(forms.flatMap((form) => form.sums.map(nameOfFinding)));
  if (!findings.some((finding) => sums.has(nameOfFinding(finding)))) return findings;
  const { figures, again } = reading;
  const { components } = findSuspects({ forms, figures, evidence: evidenceOf(reading), again });
  const componentOf = new Map(
    components.flatMap((component) => component.identities.map((identity) => [nameOfFinding(identity), component])),
  );
  return findings.map((finding) => {
    const component = componentOf.get(nameOfFinding(finding));
    if (!component) return finding;
    const { suspects, suspicion } = component;
    const suspected = saySuspects({ suspects, suspicion }, figures, forms);
    return { ...finding, suspects: [...suspects], suspicion, suspected };
  });
}

/** What states single figures elsewhere. A claim that several figures share says nothing of one of them. */
function evidenceOf(reading: Reading): Evidence {
  const said = new Map<FigureId, Said[]>();
  const add = (id: FigureId, one: Said) => said.set(id, [...(said.get(id) ?? []), one]);
  for (const { kind, approximate, meanings, value } of ownClaims(reading)) {
    const [meaning, ...others] = meanings;
    if (kind !== 'count' || approximate || !meaning || others.length > 0) continue;
    const single = claimedSums(meaning, reading).map((sum) => sum.flatMap(({ cells }) => cells));
    const [cells, ...more] = single;
    const [id, ...rest] = cells ?? [];
    if (id && rest.length === 0 && more.length === 0) add(id, { value, source: 'prose' });
  }
  for (const column of CARRIED_COLUMNS) {
    const before = reading.before?.figures[`t3.carried_out.${column}`];
    if (before?.state !== 'stated' || before.value === null || before.doubtful) continue;
    add(`t3.carried_in.${column}`, { value: before.value, source: 'year-before' });
  }
  return said;
}

const CARRIED_COLUMNS = APPLICANT_COLUMNS.map(({ id }) => id);
