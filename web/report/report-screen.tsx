import { useContext, useState } from 'preact/hooks';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { MeContext } from '../shell/me.ts';
import { useWords } from '../words/use-words.ts';
import { FocusedCellContext, placesOf, useNewFocusedCell } from './focused-cell.ts';
import { LetterButton } from './letter-button.tsx';
import { ReportSheet } from './report-sheet.tsx';

interface Props {
  readonly body: string;
  readonly year: string;
  readonly query: URLSearchParams;
}

/** One report: its findings and the deciding, its tables as published, its checks, revisions and where it came from. */
export function ReportScreen({ body, year, query }: Props) {
  const { words, language } = useWords();
  const me = useContext(MeContext);
  const focused = useNewFocusedCell();
  const [turn, setTurn] = useState(0);
  const path = { body, year };
  const revision = query.get('revision');
  const asked = revision === null ? {} : { revision };
  const report = useAnswer(`report ${turn}`, (signal) => askApi('getReport', { path, query: asked, signal }));
  const published = useAnswer('document', (signal) => askApi('getDocument', { path, query: asked, signal }));
  return (
    <FocusedCellContext.Provider value={focused}>
      <Awaited asking={report}>
        {(answer) => {
          const { row, record } = answer;
          const document = published.answer;
          return (
            <>
              <h2>
                {row.body ?? words.unknownBody} {row.year ?? words.unknownYear} · {words[row.status]}
              </h2>
              {revision !== null && row.newest.revision !== revision && (
                <p class="notice">
                  {words.earlierRevision} {answer.revision.number} · <a href="?">{words.toNewest}</a>
                </p>
              )}
              <div class="bar">
                <a href={`/body/${encodeURIComponent(row.bodyKey)}`}>{words.years}</a>
                {me?.may.includes('writeLetters') && <LetterButton bodyKey={row.bodyKey} year={row.year} />}
              </div>
              {record.reviewReasons.length > 0 && (
                <p>
                  {words.reviewBecause}{' '}
                  {record.reviewReasons
                    .map((reason) => answer.says[reason]?.[language] ?? reason)
                    .join(language === 'zh' ? '；' : '; ')}
                </p>
              )}
              <ReportSheet
                shown={{ report: answer, places: document ? placesOf(document) : new Map() }}
                published={published}
                path={path}
                isNewest={row.newest.revision === answer.revision.revision}
                onCorrected={() => setTurn(turn + 1)}
              />
            </>
          );
        }}
      </Awaited>
    </FocusedCellContext.Provider>
  );
}
