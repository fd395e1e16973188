/** Milliseconds in a day without a leap second. */
export const DAY_MS = 86_400_000;

/** Days in a month of the proleptic Gregorian calendar. @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a year of the proleptic Gregorian calendar has 366 days. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Days from 1970-01-01 to the first of January of a year, negative before 1970.
 * `Date.UTC` is not used because it takes the years 0 to 99 for 1900 to 1999.
 */
export function daysToYear(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162;
}

/** Days from 1970-01-01 to a date that exists, negative before 1970. @param month 1 to 12 */
export function daysToDate(year: number, month: number, day: number): number {
  let days = daysToYear(year) + day - 1;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days;
}

/** Day of the week of a day counted from 1970-01-01: 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** Days from 1970-01-01 to the Monday of ISO 8601 week 1, the week that holds 4 January. */
export function daysToFirstWeek(year: number): number {
  const fourth = daysToYear(year) + 3;
  return fourth - weekday(fourth) + 1;
}
