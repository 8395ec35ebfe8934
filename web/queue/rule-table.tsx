import { useWords } from '../words/use-words.ts';
import { narrowBy } from './narrow-by.ts';

interface Props {
  readonly query: URLSearchParams;
  readonly counts: readonly { readonly value: string; readonly count: number }[];
}

/** A row per rule, with how many findings it has; each leads to its findings. */
export function RuleTable({ query, counts }: Props) {
  const { words } = useWords();
  const asFindings = new URLSearchParams(query);
  asFindings.delete('view');
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col" class="number">
              {words.findingCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ value, count }) => (
            <tr key={value}>
              <td>
                <a href={narrowBy(asFindings, 'rule', value)}>{value}</a>
              </td>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
