import type { Below, Neighbour, Reading } from '../../checks/reading.ts';

/** A report as those see it that are compared with it. */
function neighbourOf({ figures, tables, prose, again }: Reading, body: string, year: number): Neighbour {
  return { body, year, figures, tables, prose, again };
}

/** The reading beside the same body's report of the year before. */
export function after(before: Reading, reading: Reading): Reading {
  const { body, year } = reading;
  return { ...reading, before: neighbourOf(before, body ?? '', (year ?? 0) - 1) };
}

/** The reading above reports of the same year, each of a body of its own. */
export function above(reports: readonly Reading[], reading: Reading, missing: Below['missing'] = []): Reading {
  const year = reading.year ?? 0;
  return {
    ...reading,
    below: {
      reports: reports.map((report, at) =>
        neighbourOf(report, at === 0 ? '示例县人民政府办公室' : `示例县第${at}局`, year),
      ),
      missing,
    },
  };
}
