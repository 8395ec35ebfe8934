import type { ReportAnswer } from '../../records/contract/api/reports.ts';
import type { FigureMark } from './mark-figures.ts';

type Figure = ReportAnswer['record']['figures'][string];

/**
 * The classes of a figure's cell, in the tables and over the source.
 * @param read where what was read is to be seen at the cell
 */
export function markClasses(mark: FigureMark | undefined, isLookedAt: boolean, read?: Figure): string {
  const names = ['figure'];
  if (read?.value === 0) names.push('zero');
  if (read?.doubtful) names.push('doubtful');
  if (mark?.part === 'total') names.push('total');
  else if (mark?.part) names.push('concerned');
  if (mark?.isSuspect) names.push('suspect');
  if (isLookedAt) names.push('looked-at');
  return names.join(' ');
}
