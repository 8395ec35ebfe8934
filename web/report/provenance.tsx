import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';

/** The file that was read, what told body and year, and by which versions. */
export function Provenance({ record }: { readonly record: ReportAnswer['record'] }) {
  const { words } = useWords();
  const { source, versions, identity, publishedOn } = record;
  return (
    <details>
      <summary>{words.provenance}</summary>
      <dl class="facts">
        <dt>{words.file}</dt>
        <dd>
          {source.fileName} · {source.format} · {source.bytes.toLocaleString('zh-CN')} {words.bytes}
        </dd>
        <dt>{words.fingerprint}</dt>
        <dd>
          <code>{source.sha256}</code>
        </dd>
        {publishedOn !== null && (
          <>
            <dt>{words.published}</dt>
            <dd>{publishedOn}</dd>
          </>
        )}
        <dt>{words.readBy}</dt>
        <dd>
          {words.parserVersion} {versions.parser} · {words.formsVersion} {versions.forms} · {words.rulesVersion}{' '}
          {versions.rules}
        </dd>
        {(['body', 'year'] as const).map((what) => (
          <>
            <dt>{what === 'body' ? words.bodyReadFrom : words.yearReadFrom}</dt>
            <dd>
              <ul class="checks">
                {identity[what].map(({ value, source: from, text }, at) => (
                  <li key={at}>
                    <b>{value}</b> <span class="quiet">{words[`from-${from}`]}</span> <q lang="zh-CN">{text}</q>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}
