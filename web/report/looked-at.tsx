import type { ComponentChildren } from 'preact';
import { useWords } from '../words/use-words.ts';
import { isSamePlace, useFocusedCell } from './focused-cell.ts';
import { ReadValue } from './read-value.tsx';
import type { ReportShown } from './report-shown.ts';

interface Props {
  readonly shown: ReportShown;
  /** Below, what can be done about the cell. */
  readonly children?: ComponentChildren;
}

/** The cell that is looked at, in words: which one it is, what is written there, what it was taken for, and its notes. */
export function LookedAt({ shown: { report, places }, children }: Props) {
  const { words, language } = useWords();
  const { place } = useFocusedCell();
  const figure = [...places].find(([, at]) => isSamePlace(place, at))?.[0];
  const read = figure === undefined ? undefined : report.record.figures[figure];
  return (
    <section class="cell-line" aria-label={words.cell}>
      {figure === undefined || !read ? (
        <p class="quiet">{words.gridKeys}</p>
      ) : (
        <>
          <p>
            <b>{report.names[figure]?.[language] ?? figure}</b> <q lang="zh-CN">{read.raw?.trim()}</q> →{' '}
            <ReadValue read={read} />
          </p>
          {read.notes.length > 0 && (
            <p class="quiet">
              {read.notes.map((note) => report.says[note]?.[language] ?? note).join(language === 'zh' ? '；' : '; ')}
            </p>
          )}
        </>
      )}
      {children}
    </section>
  );
}
