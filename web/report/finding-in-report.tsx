import type { ComponentChildren } from 'preact';
import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { FigureLegend } from './figure-legend.tsx';
import { FindingText } from './finding-text.tsx';
import { FocusedCellContext, placesOf, useNewFocusedCell } from './focused-cell.ts';
import { LookedAt } from './looked-at.tsx';
import { PublishedGrids } from './published-grids.tsx';

interface Props {
  readonly report: { readonly bodyKey: string; readonly year: number | null };
  readonly findingKey: string;
  /** The deciding, once there is something to decide on. */
  readonly children?: ComponentChildren;
}

/** A finding in words with the deciding, and beside it the table of the report that it is about. */
export function FindingInReport({ report, findingKey, children }: Props) {
  const { words } = useWords();
  const focused = useNewFocusedCell();
  const path = { body: report.bodyKey, year: String(report.year ?? 'unknown') };
  const both = useAnswer(`both ${path.body} ${path.year}`, async (signal) => {
    const [read, document] = await Promise.all([
      askApi('getReport', { path, signal }),
      askApi('getDocument', { path, signal }),
    ]);
    return { read, document };
  });
  const read = both.answer?.read;
  const document = both.answer?.document;
  const finding = read?.findings.find(({ key }) => key === findingKey);
  const shown = read && document && { report: read, places: placesOf(document) };
  return (
    <FocusedCellContext.Provider value={focused}>
      <div class="sheet">
        <div class="side">
          <div class="found">
            <Awaited asking={both}>
              {() =>
                finding && shown ? (
                  <>
                    <FindingText finding={finding} shown={shown} />
                    {children}
                  </>
                ) : (
                  <p class="notice">{words.notFound}</p>
                )
              }
            </Awaited>
          </div>
          {shown && <LookedAt shown={shown} />}
        </div>
        <div class="tables">
          {finding && read && document && (
            <>
              <FigureLegend finding={finding} />
              <PublishedGrids document={document} finding={finding} view={viewOf(read)} only />
            </>
          )}
        </div>
      </div>
    </FocusedCellContext.Provider>
  );
}

const viewOf = ({ record, names, says, overlays }: ReportAnswer) => ({
  figures: record.figures,
  names,
  says,
  overlays,
  showsValues: false,
});
