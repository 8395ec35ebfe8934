import { useWords } from '../words/use-words.ts';

interface Props {
  readonly years: readonly number[];
  readonly year: number | null;
  readonly to: (year: number) => string;
}

/** The years on file, the newest first; one click each, since the newest may have nothing to review yet. */
export function YearLinks({ years, year, to }: Props) {
  const { words } = useWords();
  return (
    <nav class="years" aria-label={words.year}>
      {years.map((each) => (
        <a key={each} href={to(each)} aria-current={each === year ? 'true' : undefined}>
          {each}
        </a>
      ))}
    </nav>
  );
}
