import type { Checks } from '../checks/check-figures.ts';
import { formsByTable, type Reading } from '../checks/reading.ts';
import type { Document } from '../parsers/document/document.ts';
import type { Identity } from '../parsers/figures/identity.ts';
import { bodiesThatDiffer, isTold, yearsThatDiffer } from '../parsers/figures/judge-identity.ts';
import { isOtherDocument } from '../parsers/figures/recognise.ts';
import type { StatutoryTable } from '../parsers/tables/statutory-table.ts';
import type { ReportRecord, ReviewReason } from './report-record.ts';
import type { Upload } from './upload.ts';
import { REPORT_SCHEMA, VERSIONS } from './versions.ts';

interface Parts {
  readonly upload: Upload;
  readonly document: Document;
  readonly tables: readonly StatutoryTable[];
  readonly identity: Identity;
  readonly reading: Reading;
  readonly checks: Checks;
}

/** Puts together what is kept of a report and decides whether it is accepted or goes to review. */
export function composeRecord(parts: Parts): ReportRecord {
  const { upload, document, reading, checks } = parts;
  const { body, year, identity, figures, tables, again } = reading;
  const reviewReasons = reasonsForReview(parts);
  return {
    schema: REPORT_SCHEMA,
    outcome: reviewReasons.length === 0 ? 'accepted' : 'needs-review',
    reviewReasons,
    body,
    year,
    identity: { body: [...identity.body], year: [...identity.year] },
    forms: formsByTable(tables),
    figures,
    findings: [...checks.findings],
    notEvaluable: [...checks.notEvaluable],
    held: checks.held,
    notApplicable: [...checks.notApplicable],
    sections: [...reading.sections],
    tables: tables.map(({ table, form, notes }) => ({ table, form, notes: [...notes] })),
    leftovers: [...reading.leftovers],
    prose: reading.prose,
    ...(again && { again: Object.fromEntries(again) }),
    notes: notesOf(parts),
    publishedOn: upload.publishedOn ?? null,
    source: { sha256: upload.sha256, bytes: upload.bytes.length, fileName: upload.fileName, format: document.format },
    versions: VERSIONS,
  };
}

/** `accepted` means that every figure was found and read with certainty and nothing of severity error stands. */
function reasonsForReview({ identity, reading: { figures }, checks }: Parts): ReviewReason[] {
  const all = Object.values(figures);
  const reasons: Readonly<Record<ReviewReason, boolean>> = {
    'identity-unknown': !isTold(identity),
    'identity-disagrees': yearsThatDiffer(identity).length > 0 || bodiesThatDiffer(identity).length > 0,
    'other-document': isOtherDocument(identity),
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
  'other-document',
  'error-findings',
  'figures-missing',
  'figures-unreadable',
  'figures-doubtful',
];

function notesOf({ upload, document, tables }: Parts): ReportRecord['notes'] {
  const notes: ReportRecord['notes'] = document.notes.map(({ code, detail }) => (detail ? { code, detail } : { code }));
  if (!upload.fileName.toLowerCase().endsWith(`.${document.format}`)) notes.push({ code: 'wrong-extension' });
  for (const { table, notes: own } of tables)
    notes.push(
      ...own.map((note) =>
        'label' in note ? { code: note.code, table, detail: note.label } : { code: note.code, table },
      ),
    );
  return notes;
}
