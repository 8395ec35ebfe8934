import type { Finding } from '../../checks/finding.ts';
import { tableForm } from '../../forms/catalogue.ts';
import { type Band, type Column, type FormId, figureId, type Label, type Row, type TableId } from '../../forms/form.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import { type Language, say } from '../language.ts';
import { cut, padEnd, padStart, widthOf } from './columns.ts';
import { paint } from './paint.ts';

interface Shown {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

const LABEL_WIDTH = 38;
const LEAST_COLUMN = 6;
const CORNER = LABEL_WIDTH + 3;

/**
 * A statutory table for the terminal, its broken sums marked: `→` before a broken row, `↓` over a broken column, the
 * cells concerned in red, and what the sum would be beside the row or under the column.
 */
export function renderTable(table: TableId, form: FormId, shown: Shown): string[] {
  const { bands, name } = tableForm(form, table);
  const broken = shown.findings.filter(
    ({ rule, severity, figures }) =>
      severity === 'error' && rule !== 'FORM-COMPLETE' && figures.some((id) => id.startsWith(`${table}.`)),
  );
  const own = { ...shown, findings: broken };
  const lines = bands.flatMap((band) => (table === 't4' ? renderBlocks(band, own) : renderBand(table, band, own)));
  return [paint.strong(say(name, shown.language)), ...lines];
}

/** A line of the drawn table; one without cells is a group's label. */
interface Line {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
}

interface Head {
  readonly id: string;
  readonly label: string;
  readonly money: boolean;
}

function renderBand(table: TableId, band: Band, shown: Shown): string[] {
  const lines = band.rows.flatMap((row, k) => [
    ...groupLines(row, band.rows[k - 1], shown.language),
    {
      id: row.id,
      label: indented(row.path.at(-1), row.path.length - 1, shown.language),
      cells: band.columns.map((column) => figureId(table, row, column)),
    },
  ]);
  return renderMatrix(headsOf(band.columns, shown.language), lines, shown);
}

/** Labels of the groups that begin with this row. */
function groupLines(row: Row, before: Row | undefined, language: Language): Line[] {
  return row.path.slice(0, -1).flatMap((label, depth) => {
    const goesOn = before?.path[depth] === label;
    return goesOn ? [] : [{ id: '', label: indented(label, depth, language), cells: [] }];
  });
}

/** Table 4 is one row of fifteen columns; on a terminal its three blocks stand one above the other. */
function renderBlocks(band: Band, shown: Shown): string[] {
  const [row] = band.rows;
  if (!row) return [];
  const blocks = [...new Set(band.columns.map((column) => column.block ?? ''))];
  const ofBlock = (block: string): Column[] => band.columns.filter((column) => column.block === block);
  const lines = blocks.map((block) => ({
    id: block,
    label: (ofBlock(block)[0]?.path ?? [])
      .slice(0, -1)
      .map((label) => say(label, shown.language))
      .join(' · '),
    cells: ofBlock(block).map((column) => figureId('t4', row, column)),
  }));
  return renderMatrix(headsOf(ofBlock(blocks[0] ?? ''), shown.language), lines, shown);
}

const headsOf = (columns: readonly Column[], language: Language): Head[] =>
  columns.map((column) => ({
    id: column.id,
    label: ownLabel(column.path, language),
    money: column.quantity.kind === 'money',
  }));

function renderMatrix(
  heads: readonly Head[],
  lines: readonly Line[],
  { figures, findings, language }: Shown,
): string[] {
  const concerned = new Set(findings.flatMap((finding) => finding.figures));
  const scopes = new Set(findings.map((finding) => finding.scope));
  const labels = heads.map(
    (head) => `${scopes.has(head.id) ? '↓' : ''}${cut(head.label, language === 'zh' ? 14 : 18)}`,
  );
  const texts = lines.map((line) => line.cells.map((id, k) => showFigure(figures[id], heads[k]?.money ?? false)));
  const widths = labels.map((label, k) =>
    Math.max(LEAST_COLUMN, widthOf(label) + 1, ...texts.map((row) => widthOf(row[k] ?? '') + 1)),
  );
  const top = labels.map((label, k) => {
    const text = padStart(label, widths[k] ?? 0);
    return scopes.has(heads[k]?.id ?? '') ? paint.error(text) : paint.quiet(text);
  });
  const rows = lines.map((line, i) => {
    const marked = line.cells.length > 0 && scopes.has(line.id);
    const label = padEnd(`${marked ? '→' : ' '} ${cut(line.label, LABEL_WIDTH)}`, CORNER);
    const cells = line.cells.map((id, k) => {
      const text = padStart(texts[i]?.[k] ?? '', widths[k] ?? 0);
      return concerned.has(id) ? paint.error(text) : paintFigure(figures[id], text);
    });
    const beside = marked ? paint.error(`  ← ${expectation(findings, line.id, language)}`) : '';
    return paintLabel(label, line, marked) + cells.join('') + beside;
  });
  return [' '.repeat(CORNER) + top.join(''), ...rows, ...footer(heads, widths, findings, language)];
}

const paintLabel = (text: string, line: Line, marked: boolean) =>
  marked ? paint.error(text) : line.cells.length === 0 ? paint.quiet(text.trimEnd()) : text;

function expectation(findings: readonly Finding[], scope: string, language: Language): string {
  const values = findings.filter((finding) => finding.scope === scope).map((finding) => finding.expected);
  return `${language === 'zh' ? '应为' : 'should be'} ${values.join(' / ')}`;
}

/** Under the broken columns: what each rule's sum comes to. */
function footer(
  heads: readonly Head[],
  widths: readonly number[],
  findings: readonly Finding[],
  language: Language,
): string[] {
  const inColumns = findings.filter((finding) => heads.some((head) => head.id === finding.scope));
  return [...new Set(inColumns.map((finding) => finding.rule))].map((rule) => {
    const cells = heads.map((head, k) => {
      const finding = inColumns.find((candidate) => candidate.rule === rule && candidate.scope === head.id);
      return padStart(finding ? String(finding.expected) : '', widths[k] ?? 0);
    });
    const label = `✗ ${rule} ${language === 'zh' ? '应为' : 'should be'}`;
    return paint.error((padEnd(label, CORNER) + cells.join('')).trimEnd());
  });
}

const ownLabel = (path: readonly Label[], language: Language) => {
  const label = path.at(-1);
  return label ? say(label, language).replace(/[（(].*$/u, '') : '';
};

const indented = (label: Label | undefined, depth: number, language: Language) =>
  '  '.repeat(depth) + (label ? say(label, language) : '');

/** A figure in one word: blank `□`, missing `?`, unreadable as published with `?`, read with doubt `~`. */
function showFigure(figure: Figure | undefined, money = false): string {
  switch (figure?.state) {
    case undefined:
    case 'missing':
      return '?';
    case 'blank':
      return '□';
    case 'dash':
      return cut(figure.raw?.trim() ?? '-', 8);
    case 'unreadable':
      return `${cut((figure.raw ?? '').replace(/\s+/gu, ' ').trim(), 10)}?`;
    case 'stated':
      return `${figure.value}${money ? '元' : ''}${figure.doubtful ? '~' : ''}`;
  }
}

function paintFigure(figure: Figure | undefined, text: string): string {
  if (figure?.state === 'missing' || figure?.state === 'unreadable') return paint.bad(text);
  if (figure?.doubtful) return paint.warn(text);
  return figure?.value === 0 || figure?.value === null ? paint.quiet(text) : text;
}
