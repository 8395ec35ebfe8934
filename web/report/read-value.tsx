import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { formatNumber } from './format-number.ts';

type Figure = ReportAnswer['record']['figures'][string];

/** What a cell was taken for: its number – money in yuan, with the unit that it was written in – or why it has none. */
export function ReadValue({ read: { value, state, unit } }: { readonly read: Figure }) {
  const { words } = useWords();
  if (value === null) return <>{words[state]}</>;
  return (
    <>
      {formatNumber(value)}
      {unit !== undefined && ` ${words.yuan}`}
      {unit !== undefined && unit !== '元' && (
        <>
          {' '}
          ({words.writtenIn} <span lang="zh-CN">{unit}</span>)
        </>
      )}
    </>
  );
}
