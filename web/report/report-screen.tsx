import { useContext } from 'preact/hooks';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { MeContext } from '../shell/me.ts';
import { useWords } from '../words/use-words.ts';
import { FindingText } from './finding-text.tsx';
import { LetterButton } from './letter-button.tsx';
import { PublishedGrids } from './published-grids.tsx';

interface Props {
  readonly body: string;
  readonly year: string;
}

/** One report: its findings and decisions, its tables as published, and where it came from. */
export function ReportScreen({ body, year }: Props) {
  const { words, name } = useWords();
  const me = useContext(MeContext);
  const path = { body, year };
  const report = useAnswer('report', (signal) => askApi('getReport', { path, signal }));
  const published = useAnswer('document', (signal) => askApi('getDocument', { path, signal }));
  return (
    <Awaited asking={report}>
      {({ row, findings, revision, revisions }) => (
        <>
          <h2>
            {row.body ?? words.unknownBody} {row.year ?? words.unknownYear} · {words[row.status]}
          </h2>
          <p>
            <a href={`/body/${encodeURIComponent(row.bodyKey)}`}>{words.years}</a>
          </p>
          {me?.may.includes('writeLetters') && <LetterButton bodyKey={row.bodyKey} year={row.year} />}
          <h3>
            {words.findings} {findings.length}
          </h3>
          {findings.length === 0 && <p class="quiet">{words.noFindings}</p>}
          {findings.map((finding) => (
            <section key={finding.key} class="card">
              <FindingText finding={finding} />
              <p class="bar">
                <span>
                  {words.state}:{' '}
                  {finding.state
                    ? `${name(finding.state.decision)} · ${finding.state.by} ${finding.state.note}`
                    : words.open}
                </span>
                <a
                  href={`/triage?${new URLSearchParams({ q: row.body ?? '', year: String(row.year ?? ''), at: finding.key })}`}
                >
                  {words.decide}
                </a>
              </p>
            </section>
          ))}
          <h3>{words.sourceTables}</h3>
          <Awaited asking={published}>{(document) => <PublishedGrids document={document} />}</Awaited>
          <h3>{words.revisions}</h3>
          <ul>
            {revisions.map(({ revision: id, number, publishedAt, sha256 }) => (
              <li key={id} aria-current={id === revision.revision ? 'true' : undefined}>
                {number} · {words.published} {publishedAt.slice(0, 10)} · {words.fingerprint}{' '}
                <code>{sha256.slice(0, 16)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Awaited>
  );
}
