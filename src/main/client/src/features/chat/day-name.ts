import { calendarDay } from '@/lib/format';

/** "Today", "Yesterday", or the date, as the reader's calendar has it. */
export function dayName(time: Date, now: Date, locale: string): string {
  const day = calendarDay(time, locale);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  const ago = [now, yesterday].findIndex((each) => calendarDay(each, locale) === day);
  if (ago < 0) return day;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
