import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { AllFigures } from './all-figures.tsx';
import { YearsTable } from './years-table.tsx';

/** A body's figures by year, and what was found between years. */
export function YearsScreen({ body }: { readonly body: string }) {
  const { words, language } = useWords();
  const years = useAnswer(`years ${body}`, (signal) => askApi('getYears', { path: { body }, signal }));
  return (
    <Awaited asking={years}>
      {(answer) => {
        const found = answer.years.flatMap(({ year, findings }) => findings.map((finding) => ({ year, finding })));
        return (
          <>
            <h2>{answer.body ?? words.unknownBody}</h2>
            <p class="quiet">{words.yearsNote}</p>
            <YearsTable answer={answer} />
            <h3>{words.betweenYears}</h3>
            {found.length === 0 && <p class="quiet">{words.noFindings}</p>}
            <ul>
              {found.map(({ year, finding }) => (
                <li key={`${year} ${finding.key}`}>
                  <b>{year}</b> {finding.message[language]}
                </li>
              ))}
            </ul>
            <AllFigures answer={answer} />
          </>
        );
      }}
    </Awaited>
  );
}
