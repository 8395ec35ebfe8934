import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { goTo } from '../shell/use-place.ts';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** Who has not submitted; the last complete year unless another is asked for. */
export function MissingScreen({ query }: { readonly query: URLSearchParams }) {
  const { words, name } = useWords();
  const year = query.get('year') ?? String(new Date().getFullYear() - 1);
  const missing = useAnswer(`missing ${year}`, (signal) => askApi('listMissing', { query: { year }, signal }));
  return (
    <>
      <label>
        {words.year}{' '}
        <input
          type="number"
          min={2000}
          max={2100}
          value={year}
          onChange={(event) => goTo(`/missing?year=${event.currentTarget.value}`, 'replace')}
        />
      </label>
      <Awaited asking={missing}>
        {({ expected, missing: bodies }) => (
          <>
            <p role="status">
              {words.expectedBodies} {expected} · {words.missing} {bodies.length}
            </p>
            <List
              empty={expected === 0 ? words.emptyRoster : words.missingNone}
              heads={[words.body, words.level, words.office, words.due]}
              rows={bodies.map((body) => [
                body.name,
                body.level === null ? '' : name(body.level),
                body.office,
                body.due,
              ])}
            />
          </>
        )}
      </Awaited>
    </>
  );
}
