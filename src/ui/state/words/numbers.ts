import type { Score } from '../../../domain/score.ts';
import type { Translate } from '../../text/text.tsx';
import { inLocale } from './locale.ts';

/** Numbers, times and sizes as people read them, in the locale of the interface. */

const whole = inLocale((locale) => new Intl.NumberFormat(locale));
const signed = inLocale((locale) => new Intl.NumberFormat(locale, { signDisplay: 'always' }));
const twoDigits = inLocale((locale) => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }));
const short = inLocale((locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }));
const tenths = inLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const oneDecimal = inLocale(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const percent = inLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
const dateTime = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const fullDate = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }));
const timeOnly = inLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));

export function wholeNumber(value: number): string {
  return whole().format(value);
}

/** What something adds: with its sign, on the side where the language has it. */
export function signedNumber(value: number): string {
  return signed().format(value);
}

export function shortNumber(value: number): string {
  return short().format(value);
}

/** With one decimal where it is no whole number. */
export function tenthsOf(value: number): string {
  return tenths().format(value);
}

/** A score in a line. */
export function scoreText(text: Translate, { unplaced, hard, soft }: Score): string {
  return text('scoreShort', {
    unplaced: wholeNumber(unplaced),
    hard: wholeNumber(hard),
    soft: wholeNumber(soft),
  });
}

/** `0.45` is 45 %. */
export function percentage(share: number): string {
  return percent().format(share);
}

/** Hours and minutes: 90 is `1:30`. */
export function hoursOf(minutes: number): string {
  const total = Math.round(minutes);
  return `${wholeNumber(Math.floor(total / 60))}:${twoDigits().format(total % 60)}`;
}

/** Minutes of the day as the data says them, in every language: 545 is `09:05`. */
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
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const rest = twoDigits().format(total % 60);
  if (hours === 0) return `${wholeNumber(minutes)}:${rest}`;
  return `${wholeNumber(hours)}:${twoDigits().format(minutes)}:${rest}`;
}

/** Date and time, whatever day it is. */
export function fullMoment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : dateTime().format(date);
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
  return `${value < 10 && unit > 0 ? oneDecimal().format(value) : wholeNumber(Math.round(value))} ${units[unit] ?? ''}`;
}
