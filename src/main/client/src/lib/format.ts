/** How long each unit is, longest first, in seconds; months and years as their means. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Making a formatter costs far more than using it. */
function perLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const brief = perLocale(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
);
const exact = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
);
const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }));
const clock = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const compact = perLocale((locale) => new Intl.NumberFormat(locale, { notation: 'compact' }));
const whole = perLocale((locale) => new Intl.NumberFormat(locale));

/** "3 hours ago"; what is less than a minute away is now. */
export function relativeTime(time: Date, now: Date, locale: string, short = false): string {
  const seconds = (time.getTime() - now.getTime()) / 1000;
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? [
    'second',
    Infinity,
  ];
  return (short ? brief : relative)(locale).format(Math.trunc(seconds / length), unit);
}

export const exactTime = (time: Date, locale: string) => exact(locale).format(time);
export const calendarDay = (time: Date, locale: string) => day(locale).format(time);
export const clockTime = (time: Date, locale: string) => clock(locale).format(time);
/** 12,345 as "12K": for counts that are looked at, not reckoned with. */
export const shortNumber = (value: number, locale: string) => compact(locale).format(value);
export const wholeNumber = (value: number, locale: string) => whole(locale).format(value);
