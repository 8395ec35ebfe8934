import type { ReportFinding } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';

/** What the marks of a finding in the tables mean; those that it does not use are left out. */
export function FigureLegend({ finding: { sum, suspects, suspicion } }: { readonly finding: ReportFinding }) {
  const { words } = useWords();
  return (
    <p class="legend">
      <span>
        <span class="swatch concerned" /> {words.markConcerned}
      </span>
      {sum && (
        <span>
          <span class="swatch total" /> {words.markTotal}
        </span>
      )}
      {suspects.length > 0 && suspicion !== 'cannot-be-told' && (
        <span>
          <span class="swatch suspect" /> {words.markSuspect}
        </span>
      )}
    </p>
  );
}
