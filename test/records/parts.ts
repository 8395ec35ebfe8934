import { checkFigures } from '../../checks/check-figures.ts';
import type { Reading } from '../../checks/reading.ts';
import type { Document } from '../../parsers/document/document.ts';
import type { Identity } from '../../parsers/figures/identity.ts';
import { bodyOf, yearOf } from '../../parsers/figures/judge-identity.ts';
import type { StatutoryTable } from '../../parsers/tables/statutory-table.ts';
import { composeRecord } from '../../records/compose-record.ts';
import type { ReportRecord } from '../../records/report-record.ts';
import { FORMS_2021, validReading } from '../checks/readings.ts';

interface Changes {
  readonly reading?: Reading;
  readonly identity?: Partial<Identity>;
  readonly document?: Partial<Document>;
  readonly fileName?: string;
}

const IDENTITY: Identity = {
  body: [{ value: '鹿城区教育局', source: 'title', text: '鹿城区教育局2021年政府信息公开工作年度报告' }],
  year: [{ value: 2021, source: 'title', text: '鹿城区教育局2021年政府信息公开工作年度报告' }],
  title: '鹿城区教育局2021年政府信息公开工作年度报告',
  titled: true,
};

/** The record of a report that is right in every respect but what is changed. */
export function recordWith({
  reading = validReading(FORMS_2021),
  identity,
  document,
  fileName = '报告.docx',
}: Changes = {}): ReportRecord {
  const tables = reading.tables.map((table): StatutoryTable => ({ ...table, cells: new Map(), missing: new Map() }));
  const told = { ...IDENTITY, ...identity };
  const whose = { ...reading, identity: told, body: bodyOf(told), year: yearOf(told) };
  return composeRecord({
    upload: { bytes: new Uint8Array(3), sha256: 'ab'.repeat(32), fileName },
    document: { format: 'docx', blocks: [], notes: [], ...document },
    tables,
    identity: told,
    reading: whose,
    checks: checkFigures(whose),
  });
}
