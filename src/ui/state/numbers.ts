import { inLocale } from './locale.ts';

/** Numbers, times and sizes as people read them, in the locale of the interface. */

const whole = inLocale((locale) => new Intl.NumberFormat(locale));
const short = inLocale((locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }));
const tenths = inLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const percent = inLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
const dateTime = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const fullDate = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }));
const timeOnly = inLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));

export function wholeNumber(value: number): string {
  return whole().format(value);
}

export function shortNumber(value: number): string {
  return short().format(value);
}

/** With one decimal where it is no whole number. */
export function tenthsOf(value: number): string {
  return tenths().format(value);
}

/** `0.45` is 45 %. */
export function percentage(share: number): string {
  return percent().format(share);
}

/** Hours and minutes: 90 is `1:30`. */
export function hoursOf(minutes: number): string {
  const total = Math.round(minutes);
  return `${whole().format(Math.floor(total / 60))}:${String(total % 60).padStart(2, '0')}`;
}

/** Minutes of the day as a clock shows them: 545 is `09:05`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A date as it is said, weekday included; `iso` is `yyyy-mm-dd`. */
export function longDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : fullDate().format(date);
}

/** `0:07`, `12:30`, `1:02:03`. */
export function duration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(total / 60) % 60, total % 60];
  const hours = Math.floor(total / 3600);
  const [minutes, rest] = parts as [number, number];
  const padded = `${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${padded}` : `${minutes}:${padded}`;
}

/** The time of day for today, else date and time. */
export function moment(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toDateString() === now.toDateString() ? timeOnly().format(date) : dateTime().format(date);
}

export function byteSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ''}`;
}
