import type { Overlay, ReportAnswer } from '../../records/contract/api/reports.ts';
import { useWords } from '../words/use-words.ts';
import { formatNumber } from './format-number.ts';
import type { FigureMark } from './mark-figures.ts';
import { ReadValue } from './read-value.tsx';

export interface FigureView {
  readonly figures: ReportAnswer['record']['figures'];
  readonly names: ReportAnswer['names'];
  readonly says: ReportAnswer['says'];
  readonly overlays: readonly Overlay[];
  /** Show beside what is written what it was taken for. */
  readonly showsValues: boolean;
}

interface Props {
  readonly text: string;
  readonly figure: string;
  readonly mark: FigureMark | undefined;
  readonly view: FigureView | undefined;
}

/** What stands in a figure's cell: the text as published, and what is to be said about it. */
export function FigureCell({ text, figure, mark, view }: Props) {
  const { words, language } = useWords();
  const read = view?.figures[figure];
  const corrected = view?.overlays.findLast((overlay) => overlay.figure === figure);
  return (
    <>
      {text}
      {mark?.should && (
        <strong class="should-be">
          {mark.should.ofAll ? words.togetherShouldBe : words.shouldBe} {formatNumber(mark.should.value)}
        </strong>
      )}
      {mark?.isSuspect && (
        <small class="perhaps">
          {words.perhaps} {mark.perhaps.map(formatNumber).join(' / ')}
        </small>
      )}
      {view?.showsValues && read && (
        <small class="value">
          → <ReadValue read={read} />
          {read.notes.map((note) => (
            <span key={note}> {view.says[note]?.[language] ?? note}</span>
          ))}
        </small>
      )}
      {corrected && (
        <small class="value">
          {words.correctedTo} {corrected.value === null ? words.blank : formatNumber(corrected.value)} ({corrected.by})
        </small>
      )}
    </>
  );
}
