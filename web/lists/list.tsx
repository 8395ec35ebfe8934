import type { ComponentChildren } from 'preact';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Said where there are no rows. */
  readonly empty?: string;
}

/** A plain table; numbers stand to the right. */
export function List({ heads, rows, empty }: Props) {
  const { words } = useWords();
  if (rows.length === 0) return <p class="notice">{empty ?? words.emptyList}</p>;
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" class={typeof rows[0]?.[index] === 'number' ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={typeof cell === 'number' ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
