import type { ReportRecord } from '../../records/report-record.ts';
import type { ExpectedFigure } from '../dresses/dress-report.ts';
import { assessDocx } from './assess-docx.ts';

/** The record of a report that must be readable. */
export function recordOf(bytes: Uint8Array, fileName = 'report.docx'): ReportRecord {
  const assessment = assessDocx({ bytes, sha256: 'a'.repeat(64), fileName });
  if (!assessment.readable) throw new Error(`not read: ${assessment.code}`);
  return assessment.record;
}

/** Where a record differs from what a careful reader finds, in words; `wrong` is the worst outcome, `lost` is not. */
export function compareFigures(record: ReportRecord, expected: Iterable<readonly [string, ExpectedFigure]>) {
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const [id, { value, state }] of expected) {
    const figure = record.figures[id];
    const got = { value: figure?.value ?? null, state: figure?.state ?? 'missing' };
    if (got.value === value && got.state === state) continue;
    const line = `${id}: ${state} ${value}, read as ${got.state} ${got.value} from ${JSON.stringify(figure?.raw)}`;
    const admitted = got.state === 'missing' || got.state === 'unreadable';
    (admitted ? lost : wrong).push(line);
  }
  return { wrong, lost };
}

/** Rule and scope of the findings of severity error. */
export const errorsOf = (record: ReportRecord): string[] =>
  record.findings.filter((finding) => finding.severity === 'error').map(({ rule, scope }) => `${rule} ${scope}`);
