import type { Checks } from '../checks/check-figures.ts';
import { formsByTable } from '../checks/reading.ts';
import type { Document } from '../parsers/document/document.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import type { Identity } from '../parsers/figures/identity.ts';
import type { SectionStarts } from '../parsers/tables/find-sections.ts';
import type { StatutoryTable } from '../parsers/tables/statutory-table.ts';
import type { ReportRecord, ReviewReason } from './report-record.ts';
import type { Upload } from './upload.ts';
import { VERSIONS } from './versions.ts';

interface Parts {
  readonly upload: Upload;
  readonly document: Document;
  readonly tables: readonly StatutoryTable[];
  readonly identity: Identity;
  readonly figures: Figures;
  readonly sections: SectionStarts;
  readonly checks: Checks;
}

/** Puts together what is kept of a report and decides whether it is accepted or goes to review. */
export function composeRecord(parts: Parts): ReportRecord {
  const { upload, document, identity, figures, checks } = parts;
  const reviewReasons = reasonsForReview(parts);
  return {
    schema: 'gouji.report/1',
    outcome: reviewReasons.length === 0 ? 'accepted' : 'needs-review',
    reviewReasons,
    body: identity.body[0]?.value ?? null,
    year: identity.year[0]?.value ?? null,
    identity: { body: [...identity.body], year: [...identity.year] },
    forms: formsByTable(parts.tables),
    figures,
    findings: [...checks.findings],
    notEvaluable: [...checks.notEvaluable],
    held: checks.held,
    sections: [...parts.sections.keys()],
    notes: notesOf(parts),
    source: { sha256: upload.sha256, bytes: upload.bytes.length, fileName: upload.fileName, format: document.format },
    versions: VERSIONS,
  };
}

/** `accepted` means that every figure was found and read with certainty and nothing of severity error stands. */
function reasonsForReview({ identity, figures, checks }: Parts): ReviewReason[] {
  const all = Object.values(figures);
  const reasons: Readonly<Record<ReviewReason, boolean>> = {
    'identity-unknown': identity.body.length === 0 || identity.year.length === 0,
    'identity-disagrees': yearsDisagree(identity),
    'figures-missing': all.some((figure) => figure.state === 'missing'),
    'figures-unreadable': all.some((figure) => figure.state === 'unreadable'),
    'figures-doubtful': all.some((figure) => figure.doubtful && figure.state !== 'unreadable'),
    'error-findings': checks.findings.some((finding) => finding.severity === 'error'),
  };
  return REASON_ORDER.filter((reason) => reasons[reason]);
}

const REASON_ORDER: readonly ReviewReason[] = [
  'identity-unknown',
  'identity-disagrees',
  'error-findings',
  'figures-missing',
  'figures-unreadable',
  'figures-doubtful',
];

/** A report must not be filed silently under a year that its own opening contradicts. */
function yearsDisagree(identity: Identity): boolean {
  const strong = identity.year.filter(({ source }) => source === 'title' || source === 'opening');
  return new Set(strong.map(({ value }) => value)).size > 1;
}

function notesOf({ upload, document, tables }: Parts): ReportRecord['notes'] {
  const notes: ReportRecord['notes'] = document.notes.map(({ code, detail }) => (detail ? { code, detail } : { code }));
  if (!upload.fileName.toLowerCase().endsWith(`.${document.format}`)) notes.push({ code: 'wrong-extension' });
  for (const { table, notes: own } of tables)
    notes.push(...own.map(({ code, label }) => ({ code, table, detail: label })));
  return notes;
}
