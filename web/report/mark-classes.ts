import type { FigureMark } from './mark-figures.ts';

/** The classes of a figure's cell, in the tables and over the source. */
export function markClasses(mark: FigureMark | undefined, isLookedAt: boolean): string {
  const names = ['figure'];
  if (mark?.part === 'total') names.push('total');
  else if (mark?.part) names.push('concerned');
  if (mark?.isSuspect) names.push('suspect');
  if (isLookedAt) names.push('looked-at');
  return names.join(' ');
}
