import type { ReportFinding } from '../../records/contract/api/reports.ts';

const GRAVITY = { error: 0, explain: 1, hint: 2 } as const;

export const gravestFirst = (findings: readonly ReportFinding[]): ReportFinding[] =>
  findings.toSorted((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity]);
