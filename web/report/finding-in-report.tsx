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
}

/** A finding in words, and the table of the report that it is about. */
export function FindingInReport({ report, findingKey }: Props) {
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
  return (
    <Awaited asking={both}>
      {({ read, document }) => {
        const finding = read.findings.find(({ key }) => key === findingKey);
        if (!finding) return <p class="notice">{words.notFound}</p>;
        return (
          <FocusedCellContext.Provider value={focused}>
            <div class="sheet">
              <div class="side">
                <FindingText finding={finding} shown={{ report: read, places: placesOf(document) }} />
                <LookedAt shown={{ report: read, places: placesOf(document) }} />
              </div>
              <div class="tables">
                <h3>{words.sourceTables}</h3>
                <FigureLegend finding={finding} />
                <PublishedGrids document={document} finding={finding} view={viewOf(read)} only />
              </div>
            </div>
          </FocusedCellContext.Provider>
        );
      }}
    </Awaited>
  );
}

const viewOf = ({ record, names, says, overlays }: ReportAnswer) => ({
  figures: record.figures,
  names,
  says,
  overlays,
  showsValues: false,
});
