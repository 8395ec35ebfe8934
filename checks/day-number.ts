/**
 * Days of a date in the Gregorian calendar since 0000-03-01, by arithmetic alone: nothing here knows a clock or a zone.
 * @param date `YYYY-MM-DD`, more may follow
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const fromMarch = (month + 9) % 12;
  const marchYear = year - Math.floor(fromMarch / 10);
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((fromMarch * 306 + 5) / 10) + day - 1;
}
