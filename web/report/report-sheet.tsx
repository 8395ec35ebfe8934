import { useContext, useState } from 'preact/hooks';
import type { DocumentAnswer } from '../../records/contract/api/reports.ts';
import type { Asking } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { MeContext } from '../shell/me.ts';
import { SourcePane } from '../source/source-pane.tsx';
import { useWords } from '../words/use-words.ts';
import { Checks } from './checks.tsx';
import { CorrectReading } from './correct-reading.tsx';
import { FigureLegend } from './figure-legend.tsx';
import { FindingList } from './finding-list.tsx';
import { gravestFirst } from './gravest-first.ts';
import { LookedAt } from './looked-at.tsx';
import { markFigures } from './mark-figures.ts';
import { Overlays } from './overlays.tsx';
import { Provenance } from './provenance.tsx';
import { PublishedGrids } from './published-grids.tsx';
import type { ReportShown } from './report-shown.ts';
import { Revisions } from './revisions.tsx';
import { TroubledFigures } from './troubled-figures.tsx';

interface Props {
  readonly shown: ReportShown;
  readonly published: Asking<DocumentAnswer>;
  readonly path: { readonly body: string; readonly year: string };
  readonly onCorrected: () => void;
}

/**
 * The tables, and beside them – where there is room, and then always in view – what is found in them and what the cell
 * that is looked at holds. The finding that is chosen marks the tables.
 */
export function ReportSheet({ shown, published, path, onCorrected }: Props) {
  const { words } = useWords();
  const me = useContext(MeContext);
  const { report } = shown;
  const { record, names, says, overlays, row, revision } = report;
  const findings = gravestFirst(report.findings);
  const [chosen, setChosen] = useState(findings[0]?.key);
  const [showsValues, setShowsValues] = useState(false);
  const finding = findings.find(({ key }) => key === chosen);
  const view = { figures: record.figures, names, says, overlays, showsValues };
  const mayDecide = row.newest.revision === revision.revision && (me?.may.includes('decide') ?? false);
  return (
    <div class="sheet">
      <div class="side">
        <FindingList shown={shown} findings={findings} chosen={chosen} onChoose={setChosen} mayDecide={mayDecide} />
        <LookedAt shown={shown}>
          {me?.may.includes('overlay') && <CorrectReading shown={shown} onDone={onCorrected} />}
        </LookedAt>
        {published.answer && (
          <SourcePane
            document={published.answer}
            sha256={record.source.sha256}
            marks={markFigures(finding)}
            names={names}
          />
        )}
      </div>
      <div class="tables">
        <div class="heading">
          <h3>{words.sourceTables}</h3>
          <label>
            <input type="checkbox" checked={showsValues} onChange={() => setShowsValues(!showsValues)} />{' '}
            {words.showValues}
          </label>
        </div>
        {finding && <FigureLegend finding={finding} />}
        <Awaited asking={published}>
          {(document) => <PublishedGrids document={document} finding={finding} view={view} />}
        </Awaited>
        <Checks record={record} />
        <TroubledFigures shown={shown} />
        <Provenance record={record} />
        <Overlays report={report} />
        <Revisions report={report} path={path} />
      </div>
    </div>
  );
}
