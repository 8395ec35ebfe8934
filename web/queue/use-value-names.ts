import { askApi } from '../api/ask-api.ts';
import { useKeptAnswer } from '../api/use-kept-answer.ts';
import { useWords } from '../words/use-words.ts';

/** What the values of facets are called that are codes of the server's; nothing for others, or until the names are there. */
export function useValueNames(year: number | null): (facet: string, value: string) => string | undefined {
  const { language } = useWords();
  const rules = useKeptAnswer('rules', () => askApi('listRules'));
  const divisions = useKeptAnswer(`divisions ${year}`, () =>
    askApi('listDivisions', { query: year === null ? {} : { year: String(year) } }),
  );
  return (facet, value) => {
    if (facet === 'rule') {
      const title = rules.answer?.items.find(({ id }) => id === value)?.title[language];
      return title && `${title} ${value}`;
    }
    if (facet === 'division') {
      const division = divisions.answer?.divisions[value]?.name;
      return division && `${division} ${value}`;
    }
    return undefined;
  };
}
