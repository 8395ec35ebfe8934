import type { FindingRow } from '../../records/contract/api/findings.ts';
import { useWords } from '../words/use-words.ts';
import { nameOfRow } from './name-of-row.ts';
import { reportPath } from './report-path.ts';

interface Props {
  readonly items: readonly FindingRow[];
  /** Filters that triage goes on with. */
  readonly query: URLSearchParams;
  /** Those that are selected, by name. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** A row per finding. */
export function FindingTable({ items, query, chosen, onChoose }: Props) {
  const { words, name, language } = useWords();
  const names = items.map(nameOfRow);
  const chosenHere = names.filter((one) => chosen.has(one)).length;
  const toggle = (one: string) => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    onChoose(next);
  };
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={words.selectAll}
                checked={chosenHere === items.length}
                indeterminate={chosenHere > 0 && chosenHere < items.length}
                onChange={() => onChoose(new Set(chosenHere === items.length ? [] : names))}
              />
            </th>
            <th scope="col">{words.severity}</th>
            <th scope="col">{words.body}</th>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.scope}</th>
            <th scope="col" class="number">
              {words.found}
            </th>
            <th scope="col" class="number">
              {words.expected}
            </th>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.assignee}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => {
            const { report, severity, where, rule, found, expected, state, cause } = row;
            const at = new URLSearchParams([...query, ['at', row.key], ['of', report.bodyKey]]);
            return (
              <tr key={nameOfRow(row)}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${words.select} ${report.body ?? words.unknownBody} ${where[language]}`}
                    checked={chosen.has(nameOfRow(row))}
                    onChange={() => toggle(nameOfRow(row))}
                  />
                </td>
                <td>
                  <span class={`mark ${severity}`}>{words[severity]}</span>
                  {cause === 'possibly-misread' && <small> {words['possibly-misread']}</small>}
                </td>
                <td>
                  <a href={reportPath(report)}>{report.body ?? words.unknownBody}</a>
                </td>
                <td class="whole">{report.year ?? words.unknownYear}</td>
                <td>
                  <a class="goes" href={`/triage?${at}`}>
                    {where[language]}
                  </a>
                </td>
                <td class="number">{found?.toLocaleString('zh-CN')}</td>
                <td class="number">{expected?.toLocaleString('zh-CN')}</td>
                <td>
                  <code>{rule}</code>
                </td>
                <td>{report.assignee}</td>
                <td>{state ? `${name(state.decision)} · ${state.by}` : words.open}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
