import { useContext, useState } from 'preact/hooks';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { MeContext } from '../shell/me.ts';
import { goTo } from '../shell/use-place.ts';
import { useWords } from '../words/use-words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Downloads } from './downloads.tsx';
import { Facets } from './facets.tsx';
import { FindingTable } from './finding-table.tsx';
import { nameOfRow } from './name-of-row.ts';
import { narrowBy } from './narrow-by.ts';
import { ReportTable } from './report-table.tsx';
import { RuleTable } from './rule-table.tsx';

const VIEWS = { finding: 'byFinding', report: 'byReport', rule: 'byRule' } as const;

/** What is to be reviewed, gravest first; filters, arrangement and length of the list stand in the address. */
export function QueueScreen({ query }: { readonly query: URLSearchParams }) {
  const { words } = useWords();
  const me = useContext(MeContext);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const view = query.get('view') ?? 'finding';
  const filters = new URLSearchParams([...query].filter(([name]) => name !== 'view'));
  if (!filters.has('limit')) filters.set('limit', '100');
  const findings = useAnswer(`findings?${filters}`, (signal) => askApi('listFindings', { query: filters, signal }));
  const more = Math.min(500, Number(filters.get('limit')) + 100);

  return (
    <Awaited asking={findings}>
      {(answer) => {
        const shown = withoutPlace(filters, answer.year);
        const chosenRows = answer.items.filter((row) => chosen.has(nameOfRow(row)));
        return (
          <div class="beside">
            <Facets query={query} answer={answer} />
            <section aria-label={words.queue}>
              <div class="bar">
                <span role="status">
                  {words.total} <b>{answer.total}</b>
                </span>
                <nav aria-label={words.view} class="tabs">
                  {Object.entries(VIEWS).map(([name, word]) => (
                    <a
                      key={name}
                      href={narrowBy(query, 'view', name)}
                      aria-current={name === view ? 'true' : undefined}
                    >
                      {words[word]}
                    </a>
                  ))}
                </nav>
                {answer.items.length > 0 && me?.may.includes('decide') && (
                  <a href={`/triage?${shown}`}>{words.start}</a>
                )}
                <Downloads name={view === 'report' ? 'reports' : 'findings'} shown={shown} />
              </div>
              {said !== '' && (
                <p class="said" role="status">
                  {said}
                </p>
              )}
              {view === 'report' ? (
                <ReportTable filters={filters} />
              ) : view === 'rule' ? (
                <RuleTable query={query} counts={answer.facets.rule ?? []} />
              ) : answer.items.length === 0 ? (
                <p class="notice">{words.emptyQueue}</p>
              ) : (
                <FindingTable items={answer.items} query={shown} chosen={chosen} onChoose={setChosen} />
              )}
              {view === 'finding' && answer.next !== null && (
                <p class="bar">
                  {Number(filters.get('limit')) < 500 && (
                    <button type="button" onClick={() => goTo(narrowBy(query, 'limit', String(more)), 'replace')}>
                      {words.more}
                    </button>
                  )}
                  <a href={narrowBy(query, 'cursor', answer.next)}>{words.next} →</a>
                </p>
              )}
              {chosenRows.length > 0 && (
                <BulkBar
                  chosen={chosenRows}
                  assignees={answer.facets.assignee ?? []}
                  onDone={(told) => {
                    setSaid(told);
                    setChosen(new Set());
                    findings.again();
                  }}
                />
              )}
            </section>
          </div>
        );
      }}
    </Awaited>
  );
}

/** The filters of a list alone, to go on with elsewhere. */
function withoutPlace(filters: URLSearchParams, year: number | null): URLSearchParams {
  const shown = new URLSearchParams(filters);
  for (const name of ['limit', 'cursor']) shown.delete(name);
  if (year !== null) shown.set('year', String(year));
  return shown;
}
