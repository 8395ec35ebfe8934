import { nameScope } from '../../checks/wording/scope.ts';
import type { AuditLine } from '../../records/contract/api/decisions.ts';
import type { ReportRef } from '../../records/keys.ts';
import type { AuditedDecision, Reader } from '../adapters/dynamodb-reader.ts';

/** The audit trail of a day (UTC), the newest first. */
export async function decisionsOfDay(day: Date, reader: Pick<Reader, 'decisionsOfDay'>): Promise<AuditLine[]> {
  return (await reader.decisionsOfDay(day)).map(lineOf).toReversed();
}

/** The audit trail of a report, the newest first. */
export async function decisionsOfReport(
  { bodyKey, year }: ReportRef,
  reader: Pick<Reader, 'everyDecision' | 'readHead'>,
): Promise<AuditLine[]> {
  const head = await reader.readHead({ bodyKey, year });
  const events = await reader.everyDecision({ bodyKey, year });
  const report = { bodyKey, year, body: head?.body ?? null };
  return events.map((decision) => lineOf({ report, decision })).toReversed();
}

function lineOf({ report, decision: { request: _, ...event } }: AuditedDecision): AuditLine {
  return { report, ...event, where: nameScope(event) };
}
