import { figuresOf, TABLE_IDS, tableForm } from '../forms/catalogue.ts';
import { figureText } from './figure-text.ts';
import { applyOddity } from './oddities.ts';
import type { Transcription } from './transcription.ts';
import type { Draft } from './writers/draft.ts';
import { layoutReport } from './writers/layout-report.ts';
import type { TableContent } from './writers/layout-table.ts';

/** The report as its body published it, ready to be written. Throws where a figure of the form was not transcribed. */
export function draftSample(transcription: Transcription): Draft {
  const { title, preface, sections, forms } = transcription;
  const plain = layoutReport({
    title,
    preface,
    sections: sections.map(({ heading, paragraphs, footnotes = [] }) => ({ heading, paragraphs, footnotes })),
    forms,
    content: contentOf(transcription),
  });
  const draft = transcription.oddities.reduce(applyOddity, plain);
  return transcription.writer === 'word' ? withBookmarks(draft) : draft;
}

/** Word leaves bookmarks between the cells of a table that was pasted from elsewhere; table 3 usually was. */
function withBookmarks(draft: Draft): Draft {
  const blocks = draft.blocks.map((block) =>
    block.kind === 'table' && block.rowCount > 20
      ? { ...block, encoding: { ...block.encoding, bookmarks: 'cells' as const } }
      : block,
  );
  return { ...draft, blocks };
}

function contentOf(transcription: Transcription): TableContent {
  const { figures, cells, labels, blanks } = transcription;
  const quantities = new Map(
    TABLE_IDS.flatMap((table) => figuresOf(tableForm(transcription.forms[table], table))).map(
      ({ id, column }) => [id, column.quantity] as const,
    ),
  );
  let blankCells = 0;
  return {
    wording: (label) => labels[label.zh] ?? label.zh,
    figure(id) {
      const value = figures[id];
      const quantity = quantities.get(id);
      if (value === undefined || !quantity) throw new Error(`${transcription.id}: ${id} was not transcribed`);
      if (value !== null) return { value, state: 'stated', text: cells[id] ?? figureText(value, quantity) };
      blankCells += 1;
      return { value, state: 'blank', text: blanks[blankCells % blanks.length] ?? '' };
    },
  };
}
