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

/**
 * A statutory table for the terminal, the cells of broken sums marked: `→` before the label of a broken row, `↓` over
 * a broken column, the cells concerned in red.
 */
export function renderTable(table: TableId, form: FormId, shown: Shown): string[] {
  const { bands, name } = tableForm(form, table);
  const lines = [paint.strong(say(name, shown.language))];
  for (const band of bands)
    lines.push(...(table === 't4' ? renderBlocks(band, shown) : renderBand(table, band, shown)));
  return lines;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
}

function renderBand(table: TableId, band: Band, shown: Shown): string[] {
  const columns = band.columns.map((column) => ({ id: column.id, label: own(column.path, shown.language) }));
  const lines = band.rows.map((row) => ({
    id: row.id,
    label: indent(row, shown.language),
    cells: band.columns.map((column) => figureId(table, row, column)),
  }));
  return renderMatrix(columns, lines, shown);
}

/** Table 4 is one row of fifteen columns; on a terminal its three blocks stand one above the other. */
function renderBlocks(band: Band, shown: Shown): string[] {
  const [row] = band.rows;
  if (!row) return [];
  const blocks = [...new Set(band.columns.map((column) => column.block ?? ''))];
  const ofBlock = (block: string): Column[] => band.columns.filter((column) => column.block === block);
  const columns = ofBlock(blocks[0] ?? '').map((column) => ({
    id: column.id,
    label: own(column.path, shown.language),
  }));
  const lines = blocks.map((block) => ({
    id: block,
    label:
      ofBlock(block)[0]
        ?.path.slice(0, -1)
        .map((label) => say(label, shown.language))
        .join(' · ') ?? block,
    cells: ofBlock(block).map((column) => figureId('t4', row, column)),
  }));
  return renderMatrix(columns, lines, shown);
}

function renderMatrix(
  columns: readonly { readonly id: string; readonly label: string }[],
  lines: readonly Line[],
  { figures, findings, language }: Shown,
): string[] {
  const broken = findings.filter((finding) => finding.severity === 'error');
  const inBroken = new Set(broken.flatMap((finding) => finding.figures));
  const scopes = new Set(broken.map((finding) => finding.scope));
  const labels = columns.map((column) => cut(column.label, language === 'zh' ? 14 : 18));
  const texts = lines.map((line) => line.cells.map((id) => showFigure(figures[id])));
  const widths = labels.map((label, k) =>
    Math.max(LEAST_COLUMN, widthOf(label) + 1, ...texts.map((row) => widthOf(row[k] ?? '') + 1)),
  );
  const head = labels.map((label, k) => {
    const marked = scopes.has(columns[k]?.id ?? '');
    const text = padStart(marked ? `↓${label}` : label, widths[k] ?? 0);
    return marked ? paint.error(text) : paint.quiet(text);
  });
  const rows = lines.map((line, i) => {
    const marked = scopes.has(line.id);
    const label = padEnd(`${marked ? '→' : ' '} ${cut(line.label, LABEL_WIDTH)}`, LABEL_WIDTH + 3);
    const cells = line.cells.map((id, k) => {
      const text = padStart(texts[i]?.[k] ?? '', widths[k] ?? 0);
      return inBroken.has(id) ? paint.error(text) : paintFigure(figures[id], text);
    });
    return (marked ? paint.error(label) : label) + cells.join('');
  });
  return [' '.repeat(LABEL_WIDTH + 3) + head.join(''), ...rows];
}

const own = (path: readonly Label[], language: Language) => {
  const label = path.at(-1);
  return label ? say(label, language).replace(/[（(].*$/u, '') : '';
};

function indent(row: Row, language: Language): string {
  const label = row.path.at(-1);
  return '  '.repeat(Math.max(0, row.path.length - 1)) + (label ? say(label, language) : '');
}

/** A figure in one word: blank `□`, missing `?`, unreadable as published with `?`. */
export function showFigure(figure: Figure | undefined): string {
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
      return `${figure.value}${figure.doubtful ? '~' : ''}`;
  }
}

function paintFigure(figure: Figure | undefined, text: string): string {
  if (figure?.state === 'missing' || figure?.state === 'unreadable') return paint.bad(text);
  if (figure?.doubtful) return paint.warn(text);
  return figure?.value === 0 || figure?.value === null ? paint.quiet(text) : text;
}
