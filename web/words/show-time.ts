/** Writes dates and times as 2026-02-01 and 09:30:00 in the time zone of whoever looks. */
const DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
const TIME = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium' });

/** @param at ISO time */
export const showDay = (at: string): string => DAY.format(new Date(at));
export const showTime = (at: string): string => TIME.format(new Date(at));
/** To the minute. */
export const showMoment = (at: string): string => `${showDay(at)} ${showTime(at).slice(0, 5)}`;

/** The days in UTC that a day of whoever looks falls into, the later one first. */
export function daysInUtc(day: string): readonly string[] {
  const [begin, end] = ['00:00:00.000', '23:59:59.999'].map((time) => new Date(`${day}T${time}`).toISOString());
  return [...new Set([end, begin].flatMap((one) => one?.slice(0, 10) ?? []))];
}
