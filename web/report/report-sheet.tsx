import { useContext, useState } from 'preact/hooks';
import type { DocumentAnswer } from '../../records/contract/api/reports.ts';
import type { Asking } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { MeContext } from '../shell/me.ts';
import { SourcePane } from '../source/source-pane.tsx';
import { useDecisions } from '../triage/use-decisions.ts';
import { useWords } from '../words/use-words.ts';
import { Checks } from './checks.tsx';
import { CorrectReading } from './correct-reading.tsx';
import { FindingCard } from './finding-card.tsx';
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
  readonly isNewest: boolean;
  readonly onCorrected: () => void;
}

const GRAVITY = { error: 0, explain: 1, hint: 2 } as const;

/** What a report's screen shows below its heading. The finding that is chosen marks the tables. */
export function ReportSheet({ shown, published, path, isNewest, onCorrected }: Props) {
  const { words } = useWords();
  const me = useContext(MeContext);
  const decisions = useDecisions();
  const { report } = shown;
  const { record, names, says, overlays } = report;
  const findings = report.findings.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  const [chosen, setChosen] = useState(findings[0]?.key);
  const [showsValues, setShowsValues] = useState(false);
  const finding = findings.find(({ key }) => key === chosen);
  const view = { figures: record.figures, names, says, overlays, showsValues };
  const mayDecide = isNewest && (me?.may.includes('decide') ?? false);
  return (
    <>
      <h3>
        {words.findings} {findings.length}
      </h3>
      {findings.length === 0 && <p class="quiet">{words.noFindings}</p>}
      <p class="said" role="status">
        {decisions.said}
      </p>
      <ol class="findings">
        {findings.map((one) => (
          <FindingCard
            key={one.key}
            finding={one}
            shown={shown}
            isChosen={one.key === chosen}
            onChoose={() => setChosen(one.key === chosen ? undefined : one.key)}
            decisions={mayDecide ? decisions : null}
          />
        ))}
      </ol>
      <Checks record={record} />
      <TroubledFigures shown={shown} />
      <div class="side-by-side">
        <section>
          <h3>{words.sourceTables}</h3>
          <p class="bar">
            <label>
              <input type="checkbox" checked={showsValues} onChange={() => setShowsValues(!showsValues)} />{' '}
              {words.showValues}
            </label>
            <span class="quiet">{words.legend}</span>
          </p>
          <div class="pane">
            <Awaited asking={published}>
              {(document) => <PublishedGrids document={document} finding={finding} view={view} />}
            </Awaited>
          </div>
        </section>
        {published.answer && (
          <SourcePane
            document={published.answer}
            sha256={record.source.sha256}
            marks={markFigures(finding)}
            names={names}
          />
        )}
      </div>
      {me?.may.includes('overlay') && <CorrectReading shown={shown} onDone={onCorrected} />}
      <Overlays report={report} />
      <Revisions report={report} path={path} />
      <Provenance record={record} />
    </>
  );
}
