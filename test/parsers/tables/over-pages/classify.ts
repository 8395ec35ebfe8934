import { figuresOf, tableForm } from '../../../../forms/catalogue.ts';
import type { FigureId } from '../../../../forms/form.ts';
import type { Figures } from '../../../../parsers/figures/figure.ts';
import type { CutReport } from './arbitrary-cuts.ts';

/** How a figure came out: `accepted` is right and without doubt; `wrong` has no doubt, `wrong, doubtful` says so. */
export type Outcome = 'accepted' | 'doubtful' | 'missing' | 'unreadable' | 'wrong' | 'wrong, doubtful';

/** Each figure of the table that was cut. */
export function classify({ form, table, values }: CutReport, figures: Figures): ReadonlyMap<FigureId, Outcome> {
  const known = figuresOf(tableForm(form, table)).filter(({ id }) => id in values);
  return new Map(
    known.map(({ id }): [FigureId, Outcome] => {
      const figure = figures[id];
      if (!figure || figure.state === 'missing') return [id, 'missing'];
      if (figure.state === 'unreadable') return [id, 'unreadable'];
      if (figure.value !== (values[id] ?? null)) return [id, figure.doubtful ? 'wrong, doubtful' : 'wrong'];
      return [id, figure.doubtful ? 'doubtful' : 'accepted'];
    }),
  );
}
