import type { HandoutTexts } from './handout-texts.ts';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const letters = /\p{L}/gu;

const languagesToLeft: readonly string[] = ['ar', 'fa', 'he', 'ur'];

/** Whose names say which way a timetable is read: a handout, or the names of a project. */
interface NamedTimetable {
  readonly courses: readonly string[];
  readonly groups: readonly Named[];
  readonly calendar: { readonly days: readonly Named[] };
}

interface Named {
  readonly name: string;
}

/** A page in a language that is read from right to left begins there, whatever the names are. */
export function pageDirection(handout: NamedTimetable, { language }: HandoutTexts): 'ltr' | 'rtl' {
  return languagesToLeft.includes(language) ? 'rtl' : directionOf(handout);
}

/** Which way most of the names are read: a timetable of an Arabic school has its first day on the right. */
export function directionOf({ courses, groups, calendar }: NamedTimetable): 'ltr' | 'rtl' {
  const names = [...courses, ...groups.map(({ name }) => name), ...calendar.days.map(({ name }) => name)].join('');
  const found = names.match(letters) ?? [];
  const toLeft = found.filter((letter) => rightToLeft.test(letter)).length;
  return toLeft * 2 > found.length ? 'rtl' : 'ltr';
}
