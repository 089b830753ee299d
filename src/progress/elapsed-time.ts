/**
 * Turn a date into years on the axis of year ends: 2023-12-31 is 2023, and half a year later 2023.5.
 *
 * @param date - ISO, a day of the calendar.
 * @throws RangeError when it is none.
 */
export function yearsAt(date: string): number {
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year - 1, 11, 31);
  const day = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !Number.isFinite(day) || !new Date(day).toISOString().startsWith(date)) {
    throw new RangeError(`yearsAt: date must be a date YYYY-MM-DD; got ${date}`);
  }
  return year - 1 + (day - start) / (Date.UTC(year, 11, 31) - start);
}

/**
 * Share of the way from one year end to another that has passed by a date: the time progress τ (时间进度).
 *
 * It is that of the data, never of the report: a figure for the end of June is held against half a year.
 *
 * @returns 0 at the start, 1 at the end; outside that before and after.
 */
export function elapsedShare(date: string, from: number, to: number): number {
  return (yearsAt(date) - from) / (to - from);
}
