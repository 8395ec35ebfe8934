import {
  type Draft,
  type DraftCell,
  type DraftList,
  type DraftParagraph,
  visibleText,
} from '../../samples/writers/draft.ts';

const NUMERALS = '一二三四五六七八九十';

interface Numbered {
  readonly pattern: string;
  readonly format: DraftList['format'];
  readonly number: number;
  readonly rest: string;
}

/** Takes the numbers off headings and labels and has numbering.xml generate them again. */
export function numberAutomatically(draft: Draft): Draft {
  const lists: DraftList[] = [];
  const open = new Map<string, { id: number; next: number }>();
  const number = (line: DraftParagraph): DraftParagraph => {
    const found = line.role === 'heading' || line.role === 'label' ? numberOf(visibleText(line)) : undefined;
    if (!found) return line;
    const running = open.get(found.pattern);
    const id = running?.next === found.number ? running.id : lists.length + 1;
    if (id > lists.length) lists.push({ id, format: found.format, pattern: found.pattern, start: found.number });
    open.set(found.pattern, { id, next: found.number + 1 });
    return { ...line, list: id, pieces: [{ kind: 'text', text: found.rest }] };
  };
  const blocks = draft.blocks.map((block) => {
    if (block.kind === 'paragraph') return number(block);
    if (block.kind === 'frame') return block;
    const cells = block.cells
      .toSorted(readingOrder)
      .map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(number) }));
    return { ...block, cells };
  });
  return { blocks, lists };
}

const readingOrder = (left: DraftCell, right: DraftCell): number => left.row - right.row || left.column - right.column;

function numberOf(text: string): Numbered | undefined {
  const [, open = '', sign = '', close = ''] = text.match(/^([（(]?)([一二三四五六七八九十]|\d)([）)、.])/) ?? [];
  if (sign === '') return undefined;
  const chinese = NUMERALS.indexOf(sign) + 1;
  return {
    pattern: `${open}%1${close}`,
    format: chinese > 0 ? 'chineseCounting' : 'decimal',
    number: chinese > 0 ? chinese : Number(sign),
    rest: text.slice(open.length + sign.length + close.length),
  };
}
