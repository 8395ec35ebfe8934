import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { reportPath } from './report-path.ts';

/** A row per report. */
export function ReportTable({ filters }: { readonly filters: URLSearchParams }) {
  const { words } = useWords();
  const query = new URLSearchParams(filters);
  query.delete('cursor');
  query.set('limit', '500');
  const reports = useAnswer(`reports?${query}`, (signal) => askApi('listReports', { query, signal }));
  return (
    <Awaited asking={reports}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="notice">{words.emptyQueue}</p>
        ) : (
          <div class="scroll">
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">{words.body}</th>
                  <th scope="col">{words.year}</th>
                  <th scope="col">{words.status}</th>
                  {(['error', 'explain', 'hint', 'open_count'] as const).map((word) => (
                    <th key={word} scope="col" class="number">
                      {words[word]}
                    </th>
                  ))}
                  <th scope="col">{words.office}</th>
                  <th scope="col">{words.assignee}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <tr key={`${row.bodyKey} ${row.year}`}>
                    <td>
                      <a href={reportPath(row)}>{row.body ?? words.unknownBody}</a>
                    </td>
                    <td class="whole">{row.year ?? words.unknownYear}</td>
                    <td>{words[row.status]}</td>
                    <td class="number">{row.counts.error}</td>
                    <td class="number">{row.counts.explain}</td>
                    <td class="number">{row.counts.hint}</td>
                    <td class="number">{row.open}</td>
                    <td>{row.office}</td>
                    <td>{row.assignee}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Awaited>
  );
}
