import { addNote, type Draft, type NumberingReference, type ParagraphDraft } from './draft.ts';
import type { ListCounter } from './list-counter.ts';
import type { StyleSheet } from './styles.ts';

/** Writes automatic numbers (一、 （一） 1.) in front of the paragraphs that show them, in document order. */
export function numberParagraphs(content: readonly Draft[], styles: StyleSheet, counter: ListCounter): void {
  for (const draft of content) {
    if (draft.kind === 'table') {
      for (const row of draft.rows) {
        // What a merged cell covers is not shown and does not count.
        for (const cell of row.cells) if (cell.vertical !== 'continue') numberParagraphs(cell.content, styles, counter);
      }
      continue;
    }
    const place = placeInList(draft, styles, counter);
    if (place !== null) prefixNumber(draft, counter.next(place.list, place.level));
    numberParagraphs(draft.anchored, styles, counter);
  }
}

/** A paragraph's own list before its style's; list 0 turns numbering off (17.9.18). */
function placeInList(
  { numbering, style }: ParagraphDraft,
  styles: StyleSheet,
  counter: ListCounter,
): Required<NumberingReference> | null {
  const styled = numbering?.list === undefined ? styles.numbering(style) : null;
  const list = numbering?.list ?? styled?.list ?? 0;
  if (list === 0) return null;
  const linked = styled === null ? undefined : counter.levelOfStyle(list, styled.style);
  return { list, level: numbering?.level ?? linked ?? styled?.level ?? 0 };
}

function prefixNumber(paragraph: ParagraphDraft, number: string | null): void {
  if (number === null) addNote(paragraph.notes, 'numbering-lost');
  if (!number) return;
  const rest = paragraph.text + paragraph.raised;
  // Beside a figure, or nothing, a number of the list must not be read as part of it.
  const besideFigure = /^[\s\d０-９.,，．%％+\-－—]*$/.test(rest);
  if (besideFigure) addNote(paragraph.notes, 'automatic-number', number);
  paragraph.text = number + (/^[\d０-９+\-－.．]/.test(rest) ? ' ' : '') + paragraph.text;
}
