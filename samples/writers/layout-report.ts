import { tableForm } from '../../forms/catalogue.ts';
import type { FormId, TableId } from '../../forms/form.ts';
import { SECTIONS } from '../../forms/sections.ts';
import { type Draft, type DraftBlock, type DraftParagraph, type DraftTable, paragraph } from './draft.ts';
import { layoutTable, type TableContent } from './layout-table.ts';

/** A report's words and figures, its six sections in the order of the form. */
export interface Report {
  /** The title block, a line each. */
  readonly title: readonly string[];
  /** Between the title and section 一. */
  readonly preface: readonly string[];
  readonly sections: readonly ReportSection[];
  /** A report may use different forms for different tables. */
  readonly forms: Readonly<Record<TableId, FormId>>;
  readonly content: TableContent;
}

export interface ReportSection {
  /** Empty where the report prints no heading. */
  readonly heading: string;
  /** Before the section's table, if it has one. */
  readonly paragraphs: readonly string[];
  /** Notes under the table. */
  readonly footnotes?: readonly string[];
}

/** Title, prose and the three statutory tables, in reading order. */
export function layoutReport(report: Report): Draft {
  const front = [
    ...report.title.map((line) => paragraph('title', line)),
    paragraph('blank', ''),
    ...report.preface.map((line) => paragraph('body', line)),
  ];
  return {
    blocks: [...front, ...report.sections.flatMap((section, at) => sectionBlocks(report, section, at))],
    lists: [],
  };
}

function sectionBlocks(report: Report, section: ReportSection, at: number): DraftBlock[] {
  const heading: DraftParagraph[] = section.heading === '' ? [] : [paragraph('heading', section.heading)];
  const prose = section.paragraphs.map((line) => paragraph('body', line));
  return [...heading, ...prose, ...tableBlocks(report, SECTIONS[at]?.table, section.footnotes ?? [])];
}

function tableBlocks(report: Report, table: TableId | undefined, footnotes: readonly string[]): DraftBlock[] {
  if (!table) return [];
  const drawn: DraftTable = layoutTable(tableForm(report.forms[table], table), report.content);
  // Two tables with nothing between them would be one table.
  return [drawn, ...footnotes.map((line) => paragraph('note', line)), paragraph('blank', '')];
}
