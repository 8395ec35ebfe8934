import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import { List } from '../lists/list.tsx';
import { showMoment } from '../words/show-time.ts';
import { useWords } from '../words/use-words.ts';
import { formatNumber } from './format-number.ts';

/** Readings that somebody corrected, beside what was read. */
export function Overlays({ report: { overlays, names } }: { readonly report: ReportAnswer }) {
  const { words, language } = useWords();
  if (overlays.length === 0) return null;
  const show = (value: number | null) => (value === null ? words.blank : formatNumber(value));
  return (
    <>
      <h3>{words.correctedReadings}</h3>
      <List
        heads={[words.cell, words.asReadValue, words.correctedTo, words.note, words.by, words.time]}
        rows={overlays.map(({ figure, read, value, reason, by, at }) => [
          names[figure]?.[language] ?? figure,
          show(read),
          show(value),
          reason,
          by,
          showMoment(at),
        ])}
      />
    </>
  );
}
