import { type Draft, type DraftParagraph, visibleText } from '../../../samples/writers/draft.ts';
import { headerRows } from '../dresses/write-html.ts';
import { type Flow, layTable } from './lay-table.ts';
import { type LaidOutPage, type LayoutLook, type PlacedLine, widthOf, wrap } from './layout.ts';

const PROSE_LINE = 1.6;

/** Lays a report out on pages by itself: paragraphs, tables, running heads and page numbers. */
export function layReport(draft: Draft, look: LayoutLook): LaidOutPage[] {
  const pages: LaidOutPage[] = [newPage()];
  let tables = 0;
  const flow: Flow = {
    page: () => pages.at(-1) ?? newPage(),
    y: look.margins.top,
    bottom: look.height - look.margins.bottom,
    turn() {
      pages.push(newPage());
      flow.y = look.margins.top;
    },
    nextTable() {
      tables += 1;
      return tables;
    },
  };
  for (const block of draft.blocks) {
    if (block.kind === 'paragraph') layParagraph(block, look, flow);
    if (block.kind === 'table') layTable(block, headerRows(block), look, flow);
  }
  return pages.map((page, at) => withRunning(page, at + 1, pages.length, look));
}

const newPage = (): LaidOutPage => ({ lines: [], cells: [] });

function layParagraph(line: DraftParagraph, look: LayoutLook, flow: Flow): void {
  const size = line.role === 'title' ? look.size * 1.4 : line.role === 'note' ? look.size * 0.8 : look.size;
  const indent = line.role === 'body' || line.role === 'heading' ? 2 : 0;
  const room = (look.width - 2 * look.margins.side) / size;
  const text = '\u3000'.repeat(indent) + visibleText(line);
  for (const each of wrap(text, room, line.role, look)) {
    if (flow.y + PROSE_LINE * size > flow.bottom) flow.turn();
    flow.y += PROSE_LINE * size;
    const shown = each.replace(/^\u3000+/u, '');
    const start = widthOf(each, line.role, look) - widthOf(shown, line.role, look);
    const shift = line.role === 'title' ? (room - widthOf(shown, line.role, look)) / 2 : start;
    if (shown === '') continue;
    const placed = { text: shown, x: look.margins.side + shift * size, y: flow.y - 0.4 * size, size, role: line.role };
    flow.page().lines.push(placed);
  }
}

function withRunning(page: LaidOutPage, number: number, count: number, look: LayoutLook): LaidOutPage {
  const size = 9;
  const centred = (text: string, y: number): PlacedLine => ({
    text,
    x: (look.width - widthOf(text, 'running', look) * size) / 2,
    y,
    size,
    role: 'running',
  });
  const head = look.runningHead === '' ? [] : [centred(look.runningHead, look.margins.top / 2)];
  const text = { none: '', dashes: `- ${number} -`, plain: String(number), words: `第${number}页 共${count}页` }[
    look.pageNumber
  ];
  const foot = text === '' ? [] : [centred(text, look.height - look.margins.bottom / 2)];
  return { ...page, lines: [...head, ...page.lines, ...foot] };
}
