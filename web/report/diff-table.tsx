import type { DiffAnswer, ReportAnswer } from '../../records/contract/api/reports.ts';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { List } from '../lists/list.tsx';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { formatNumber } from './format-number.ts';

type Cell = DiffAnswer['diff'][number]['before'];

interface Props {
  readonly path: { readonly body: string; readonly year: string };
  readonly from: string;
  readonly to: string;
  readonly names: ReportAnswer['names'];
}

/** What two revisions differ in, cell by cell. */
export function DiffTable({ path, from, to, names }: Props) {
  const { words, language } = useWords();
  const diff = useAnswer(`diff ${from} ${to}`, (signal) => askApi('getDiff', { path, query: { from, to }, signal }));
  const show = (cell: Cell) => {
    if (cell === null) return '—';
    return cell.value === null ? `${words[cell.state]} ${cell.raw?.trim() ?? ''}` : formatNumber(cell.value);
  };
  return (
    <Awaited asking={diff}>
      {(answer) => (
        <List
          heads={[words.cell, words.before, words.after]}
          empty={words.noDifference}
          rows={answer.diff.map(({ figure, before, after }) => [
            names[figure]?.[language] ?? figure,
            show(before),
            show(after),
          ])}
        />
      )}
    </Awaited>
  );
}
