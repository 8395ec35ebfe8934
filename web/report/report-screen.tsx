import { useState } from 'preact/hooks';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { FocusedCellContext, placesOf, useNewFocusedCell } from './focused-cell.ts';
import { ReportHead } from './report-head.tsx';
import { ReportSheet } from './report-sheet.tsx';

interface Props {
  readonly body: string;
  readonly year: string;
  readonly query: URLSearchParams;
}

/** One report: its findings and the deciding, its tables as published, its checks, revisions and where it came from. */
export function ReportScreen({ body, year, query }: Props) {
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
        {(answer) => (
          <>
            <ReportHead report={answer} />
            <ReportSheet
              shown={{ report: answer, places: published.answer ? placesOf(published.answer) : new Map() }}
              published={published}
              path={path}
              onCorrected={() => setTurn(turn + 1)}
            />
          </>
        )}
      </Awaited>
    </FocusedCellContext.Provider>
  );
}
