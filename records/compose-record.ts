import type { Checks } from '../checks/check-figures.ts';
import { formsByTable } from '../checks/reading.ts';
import type { Document } from '../parsers/document/document.ts';
import type { Figures } from '../parsers/figures/figure.ts';
import type { Evidence, Identity, IdentitySource } from '../parsers/figures/identity.ts';
import { isOtherDocument } from '../parsers/figures/recognise.ts';
import { type Headings, sectionsFound } from '../parsers/tables/find-sections.ts';
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
  readonly headings: Headings;
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
    body: fullestName(identity),
    year: identity.year[0]?.value ?? null,
    identity: { body: [...identity.body], year: [...identity.year] },
    forms: formsByTable(parts.tables),
    figures,
    findings: [...checks.findings],
    notEvaluable: [...checks.notEvaluable],
    held: checks.held,
    sections: [...sectionsFound(parts.headings)],
    notes: notesOf(parts),
    source: { sha256: upload.sha256, bytes: upload.bytes.length, fileName: upload.fileName, format: document.format },
    versions: VERSIONS,
  };
}

/** `accepted` means that every figure was found and read with certainty and nothing of severity error stands. */
function reasonsForReview({ identity, figures, checks }: Parts): ReviewReason[] {
  const all = Object.values(figures);
  const reasons: Readonly<Record<ReviewReason, boolean>> = {
    'identity-unknown': !isTold(identity.body) || !isTold(identity.year),
    'identity-disagrees': disagree(identity.year) || bodiesDisagree(identity),
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

/** Prose and file names speak of other years and bodies too: by themselves they only suggest. */
const isStrong = ({ source }: { source: IdentitySource }) => source === 'title' || source === 'opening';
const isTold = (evidence: readonly { source: IdentitySource }[]) => evidence.some(isStrong);

/** Titles that name bodies of which none is another written shorter (水利局, 青川县水利局). */
function bodiesDisagree(identity: Identity): boolean {
  const names = identity.body.filter(({ source }) => source === 'title').map(({ value }) => value);
  return names.some((one) => names.some((other) => !one.includes(other) && !other.includes(one)));
}

/** The fullest of the names that contain the first. */
function fullestName(identity: Identity): string | null {
  const [first, ...others] = identity.body.filter(isStrong).map(({ value }) => value);
  if (first === undefined) return identity.body[0]?.value ?? null;
  return others.filter((name) => name.endsWith(first)).reduce((a, b) => (b.length > a.length ? b : a), first);
}

/** A report must not be filed silently under a year or body that its own first lines contradict. */
function disagree(evidence: readonly Evidence<string | number>[]): boolean {
  return new Set(evidence.filter(isStrong).map(({ value }) => value)).size > 1;
}

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
