import { useContext } from 'preact/hooks';
import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { MeContext } from '../shell/me.ts';
import { showDay } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { LetterButton } from './letter-button.tsx';

/** Whose report of which year this is, what became of it and why, and which revision of which file is shown. */
export function ReportHead({ report }: { readonly report: ReportAnswer }) {
  const { words, language } = useWords();
  const me = useContext(MeContext);
  const { row, record, revision, revisions, says } = report;
  const isNewest = row.newest.revision === revision.revision;
  return (
    <header class="report-head">
      <h2>
        {row.body ?? words.unknownBody} <span class="year">{row.year ?? words.unknownYear}</span>{' '}
        <span class={`stamp ${record.outcome}`}>{words[record.outcome]}</span>
      </h2>
      <p class="quiet">
        {words.revision} {revision.number} / {revisions.length} · {words.recorded} {showDay(revision.publishedAt)} ·{' '}
        <span lang="zh-CN">{record.source.fileName}</span>
      </p>
      {record.reviewReasons.length > 0 && (
        <p>
          {words.reviewBecause}{' '}
          {record.reviewReasons
            .map((reason) => says[reason]?.[language] ?? reason)
            .join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      {!isNewest && (
        <p class="notice">
          {words.earlierRevision} {revision.number} · <a href="?">{words.toNewest}</a>
        </p>
      )}
      <div class="bar">
        <a href={`/body/${encodeURIComponent(row.bodyKey)}`}>{words.years}</a>
        {me?.may.includes('writeLetters') && <LetterButton bodyKey={row.bodyKey} year={row.year} />}
      </div>
    </header>
  );
}
