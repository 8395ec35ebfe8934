import type { FindingsAnswer } from '../../records/contract/api/findings.ts';
import { goTo } from '../shell/use-place.ts';
import { useWords } from '../words/use-words.ts';
import { narrowBy } from './narrow-by.ts';
import { useValueNames } from './use-value-names.ts';
import { YearLinks } from './year-links.tsx';

const SHOWN = [
  'state',
  'severity',
  'rule',
  'status',
  'cause',
  'level',
  'division',
  'office',
  'format',
  'assignee',
] as const;
const MOST = 12;

interface Props {
  readonly query: URLSearchParams;
  readonly answer: Pick<FindingsAnswer, 'facets' | 'year' | 'years'>;
}

/** What the queue can be narrowed by, with how many findings each value would leave. */
export function Facets({ query, answer: { facets, year, years } }: Props) {
  const { words, name } = useWords();
  const nameOf = useValueNames(year);
  const hasFilter = [...query.keys()].some((key) => !['view', 'year', 'limit', 'cursor'].includes(key));
  return (
    <aside aria-label={words.filters} class="facets">
      <YearLinks years={years} year={year} to={(each) => narrowBy(query, 'year', String(each))} />
      <label>
        {words.search}
        <input
          type="search"
          value={query.get('q') ?? ''}
          onChange={(event) => goTo(narrowBy(query, 'q', event.currentTarget.value.trim() || null), 'replace')}
        />
      </label>
      {hasFilter && <a href={year === null ? '/' : `/?year=${year}`}>{words.clear}</a>}
      {SHOWN.map((facet) => {
        const values = facets[facet] ?? [];
        const chosen = query.get(facet)?.split(',') ?? [];
        return (
          values.length > 0 && (
            <details key={facet} open={chosen.length > 0 || ['state', 'severity', 'rule'].includes(facet)}>
              <summary>{words[facet]}</summary>
              <ul>
                {values.slice(0, MOST).map(({ value, count }) => {
                  const isOn = chosen.includes(value);
                  const rest = isOn ? chosen.filter((other) => other !== value) : [...chosen, value];
                  return (
                    <li key={value}>
                      <a
                        href={narrowBy(query, facet, rest.length > 0 ? rest.join(',') : null)}
                        aria-current={isOn ? 'true' : undefined}
                      >
                        <span>
                          {facet === 'cause' && value === 'report'
                            ? words['cause-report']
                            : (nameOf(facet, value) ?? name(value))}
                        </span>
                        <span class="count">{count}</span>
                      </a>
                    </li>
                  );
                })}
              </ul>
            </details>
          )
        );
      })}
    </aside>
  );
}
