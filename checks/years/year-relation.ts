import type { FigureId } from '../../forms/form.ts';
import type { Figure } from '../../parsers/figures/figure.ts';
import { blankTotals, isBlank } from '../blank-totals.ts';
import type { CheckOutcome, Message, NotEvaluable } from '../finding.ts';
import { WHOLE_REPORT } from '../finding.ts';
import { broken, holds, notEvaluable } from '../outcomes.ts';
import { formsOf, type Neighbour, type Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { causeOf, compareBoth, compareReadings } from '../second-reading.ts';
import { sayDoubt } from '../wording/doubt.ts';
import { sayNotEvaluable } from '../wording/not-evaluable.ts';
import { sayYearBlanks } from '../wording/years.ts';
import type { YearNumbers } from './year-numbers.ts';

/** A cell of this report or of the one of the year before, added or taken away. */
export interface Term {
  readonly of: 'before' | 'this';
  readonly figure: FigureId;
  readonly sign: 1 | -1;
}

/** What a cell should be by cells of two years. */
export interface YearRelation {
  readonly scope: string;
  readonly label: Message;
  readonly terms: readonly Term[];
  readonly found: FigureId;
  /** The sentence, without its full stop. */
  readonly say: (numbers: YearNumbers) => Message;
}

type RuleHead = Pick<Rule, 'id' | 'severity'>;

export const noReportBefore = (rule: RuleHead): CheckOutcome =>
  notEvaluable(rule, WHOLE_REPORT, 'no-report-before', [], sayNotEvaluable(rule.id, 'no-report-before'));

/** Compares cells of this report with what last year's report makes of them. */
export function checkYears(rule: RuleHead, relations: readonly YearRelation[], reading: Reading): CheckOutcome[] {
  const { before } = reading;
  if (!before) return [noReportBefore(rule)];
  return relations.map((relation) => checkYear(rule, relation, reading, before));
}

function checkYear(rule: RuleHead, relation: YearRelation, reading: Reading, before: Neighbour): CheckOutcome {
  const { scope, label, terms, found: foundId } = relation;
  const figureOf = (term: Pick<Term, 'of' | 'figure'>) =>
    (term.of === 'before' ? before : reading).figures[term.figure];
  const all: readonly Pick<Term, 'of' | 'figure'>[] = [...terms, { of: 'this', figure: foundId }];
  const cells = all.map((term) => {
    const report = term.of === 'before' ? before : reading;
    return {
      ...term,
      cell: figureOf(term),
      isMissingTotal: missingTotals(report).has(term.figure),
      isRowEmpty: isRowEmpty(term.figure, report),
    };
  });
  const obstacle = findObstacle(cells);
  if (obstacle) {
    const inTheWay = cells.filter(obstacle.stands).map(({ figure }) => figure);
    return notEvaluable(rule, scope, obstacle.reason, inTheWay, sayNotEvaluable(rule.id, obstacle.reason, label));
  }
  const values = terms.map((term) => figureOf(term)?.value ?? 0);
  const expected = terms.reduce((sum, { sign }, at) => sum + sign * (values[at] ?? 0), 0);
  const found = figureOf({ of: 'this', figure: foundId })?.value ?? 0;
  if (expected === found) return holds(rule, scope);
  const idsOf = (report: Term['of']) => cells.filter(({ of }) => of === report).map(({ figure }) => figure);
  const own = idsOf('this');
  const secondReading = compareBoth(compareReadings(own, reading), compareReadings(idsOf('before'), before));
  const cause = causeOf(
    cells.some(({ cell }) => cell?.doubtful),
    secondReading,
  );
  const years = [before.year, reading.year ?? before.year + 1] as const;
  const sentence = relation.say({ years, values, expected, found });
  const gap = Math.abs(found - expected);
  const blanks = sayYearBlanks(cells.filter(({ cell }) => isBlank(cell)).length);
  const doubt = sayDoubt({ cause, secondReading });
  return broken(rule, scope, {
    figures: own,
    expected,
    found,
    cause,
    secondReading,
    elsewhere: [
      {
        body: before.body,
        year: before.year,
        figures: idsOf('before'),
      },
    ],
    message: {
      zh: `${sentence.zh}，相差 ${gap}。${blanks.zh}${doubt.zh}`,
      en: `${sentence.en}, a difference of ${gap}.${blanks.en}${doubt.en}`,
    },
  });
}

/** Totals that were left blank over parts that are stated: they were not stated, which is not the same as 0. */
const missingTotals = (report: Pick<Reading, 'tables' | 'figures'>): ReadonlySet<FigureId> =>
  new Set(formsOf(report).flatMap(({ sums }) => [...blankTotals(sums, report.figures)]));

/** Whether the report states nothing at all in the row of a figure: a blank there is a question, not a 0. */
function isRowEmpty(figure: FigureId, { figures }: Pick<Reading, 'figures'>): boolean {
  const row = figure.slice(0, figure.lastIndexOf('.') + 1);
  return Object.entries(figures).every(([id, cell]) => !id.startsWith(row) || isBlank(cell));
}

interface Compared {
  readonly figure: FigureId;
  readonly cell: Figure | undefined;
  readonly isMissingTotal: boolean;
  readonly isRowEmpty: boolean;
}

interface Obstacle {
  readonly reason: NotEvaluable['reason'];
  readonly stands: (compared: Compared) => boolean;
}

/** Nothing is said of a year on cells that nobody filled in, or that could not be read. */
const OBSTACLES: readonly Obstacle[] = [
  { reason: 'missing-figure', stands: ({ cell }) => cell === undefined || cell.state === 'missing' },
  { reason: 'unreadable-figure', stands: ({ cell }) => cell?.state === 'unreadable' },
  { reason: 'blank-total', stands: ({ isMissingTotal }) => isMissingTotal },
  { reason: 'nothing-stated', stands: ({ isRowEmpty: nothing }) => nothing },
  // In table 2 every column counts something else: what was left blank there is not known to be 0.
  { reason: 'nothing-stated', stands: ({ figure, cell }) => figure.startsWith('t2.') && isBlank(cell) },
];
const NOTHING_STATED: Obstacle = { reason: 'nothing-stated', stands: ({ cell }) => isBlank(cell) };

function findObstacle(compared: readonly Compared[]): Obstacle | undefined {
  const obstacle = OBSTACLES.find(({ stands }) => compared.some(stands));
  return obstacle ?? (compared.every(NOTHING_STATED.stands) ? NOTHING_STATED : undefined);
}
