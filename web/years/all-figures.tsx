import { useState } from 'preact/hooks';
import { APPLICANT_COLUMNS } from '../../forms/table3-columns.ts';
import type { YearsAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { FiguresByYear } from './figures-by-year.tsx';

/** All figures of the three tables by year, folded; table 3 by one column of applicants at a time. */
export function AllFigures({ answer }: { readonly answer: YearsAnswer }) {
  const { words, language } = useWords();
  const [column, choose] = useState('total');
  return (
    <details>
      <summary>{words.allFigures}</summary>
      <h3>{words.t2}</h3>
      <FiguresByYear answer={answer} table="t2" />
      <h3>{words.t3}</h3>
      <label>
        {words.applicants}{' '}
        <select value={column} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {APPLICANT_COLUMNS.map(({ id, path }) => (
            <option key={id} value={id}>
              {path
                .slice(1)
                .map((label) => label[language])
                .join(' › ')}
            </option>
          ))}
        </select>
      </label>
      <FiguresByYear answer={answer} table="t3" column={column} />
      <h3>{words.t4}</h3>
      <FiguresByYear answer={answer} table="t4" />
    </details>
  );
}
