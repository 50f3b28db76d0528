const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Making a formatter costs far more than using it. */
function perLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const relativeIn = (style: 'long' | 'short', numeric: 'auto' | 'always') =>
  perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric, style }));
/** With words such as "yesterday", and with numbers alone. */
const inWords = { long: relativeIn('long', 'auto'), short: relativeIn('short', 'auto') };
const inNumbers = { long: relativeIn('long', 'always'), short: relativeIn('short', 'always') };
const exact = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
);
const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }));
const clock = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const compact = perLocale((locale) => new Intl.NumberFormat(locale, { notation: 'compact' }));
const whole = perLocale((locale) => new Intl.NumberFormat(locale));

/**
 * "3 hours ago"; what is less than a minute away is now. Days are those of the calendar, so that "yesterday" is never
 * the day before it; what is longer ago is counted in whole weeks, months and years, which say nothing of the calendar.
 */
export function relativeTime(time: Date, now: Date, locale: string, short = false): string {
  const style = short ? 'short' : 'long';
  const passed = (now.getTime() - time.getTime()) / 1000;
  if (passed < MINUTE) return inWords[style](locale).format(0, 'second');
  if (passed < HOUR) return inNumbers[style](locale).format(-Math.trunc(passed / MINUTE), 'minute');
  const days = calendarDays(time, now);
  if (passed < DAY || days === 0) {
    return inNumbers[style](locale).format(-Math.trunc(passed / HOUR), 'hour');
  }
  if (days < 14) return inWords[style](locale).format(-days, 'day');
  const months = wholeMonths(time, now);
  if (months < 2) return inNumbers[style](locale).format(-Math.trunc(days / 7), 'week');
  if (months < 24) return inNumbers[style](locale).format(-months, 'month');
  return inNumbers[style](locale).format(-Math.trunc(months / 12), 'year');
}

/** How many midnights lie between; days in which the clocks change have other lengths. */
function calendarDays(from: Date, to: Date): number {
  const day = (time: Date) => Date.UTC(time.getFullYear(), time.getMonth(), time.getDate());
  return Math.round((day(to) - day(from)) / (DAY * 1000));
}

function wholeMonths(from: Date, to: Date): number {
  const months = (time: Date) => time.getFullYear() * 12 + time.getMonth();
  return months(to) - months(from) - (to.getDate() < from.getDate() ? 1 : 0);
}

export const exactTime = (time: Date, locale: string) => exact(locale).format(time);
export const calendarDay = (time: Date, locale: string) => day(locale).format(time);
export const clockTime = (time: Date, locale: string) => clock(locale).format(time);
/** 12,345 as "12K": for counts that are looked at, not reckoned with. */
export const shortNumber = (value: number, locale: string) => compact(locale).format(value);
export const wholeNumber = (value: number, locale: string) => whole(locale).format(value);
