import type { CalendarData } from '../problem-data.ts';
import { latinDigits } from '../written-numbers.ts';
import { plainName } from './bench.ts';
import { clockMinutes } from './dates.ts';

/** The first letters of Monday … Sunday in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const weekdayWords: readonly (readonly string[])[] = [
  ['mon', 'mo', 'lun', 'seg', 'maa', 'pon', 'l'],
  ['tue', 'tu', 'di', 'mar', 'ter', 'din', 'wto'],
  ['wed', 'we', 'mi', 'mer', 'mié', 'mie', 'qua', 'woe', 'śro', 'sro'],
  ['thu', 'th', 'do', 'jeu', 'jue', 'gio', 'qui', 'don', 'czw'],
  ['fri', 'fr', 'ven', 'vie', 'sex', 'vri', 'pią', 'pia'],
  ['sat', 'sa', 'sam', 'sáb', 'sab', 'zat', 'sob'],
  ['sun', 'su', 'so', 'son', 'dim', 'dom', 'zon', 'nie'],
];

/** Days and slots by what people call them. */
export interface CalendarWords {
  /** Id of a day by its name, id, weekday in several languages or number from 1. */
  dayOf(text: string): string | undefined;
  /** Index of a slot by its name, clock times or number from 1; of the slot in which the time lies. */
  slotOf(text: string): number | undefined;
  /** Index of the slot that ends at a time. */
  slotEndingAt(text: string): number | undefined;
}

export function calendarWords({ days, slots }: CalendarData): CalendarWords {
  const byName = new Map<string, string>();
  const byWeekday = new Map<number, string>();
  for (const { id, name, weekday } of days) {
    for (const word of [name, id]) if (!byName.has(plainName(word))) byName.set(plainName(word), id);
    const number = weekday ?? weekdayOf(plainName(name)) ?? weekdayOf(plainName(id));
    if (number !== undefined && !byWeekday.has(number)) byWeekday.set(number, id);
  }
  const starts = slots.map(({ start }) => clockMinutes(start) ?? 0);
  const ends = slots.map(({ end }) => clockMinutes(end) ?? 0);
  const slotNames = new Map<string, number>();
  slots.forEach(({ name, start, end }, slot) => {
    for (const word of [name ?? '', `${start}-${end}`, `${start}–${end}`]) {
      if (word !== '' && !slotNames.has(plainName(word))) slotNames.set(plainName(word), slot);
    }
  });
  return {
    dayOf(text) {
      const word = latinDigits(plainName(text)).replace(/\.$/, '');
      const weekday = weekdayOf(word);
      const numbered = /^\d{1,2}$/.test(word) ? days[Number(word) - 1]?.id : undefined;
      return byName.get(word) ?? (weekday === undefined ? undefined : byWeekday.get(weekday)) ?? numbered;
    },
    slotOf(text) {
      const named = slotNames.get(plainName(text));
      if (named !== undefined) return named;
      const number = /^(\d{1,3})\.?$/.exec(latinDigits(text.trim()));
      if (number !== null) {
        const slot = Number(number[1]) - 1;
        return slot >= 0 && slot < slots.length ? slot : undefined;
      }
      const minutes = clockMinutes(text.split(/\s*[-–]\s*/)[0] ?? '');
      if (minutes === null) return undefined;
      const slot = starts.findIndex((start, index) => minutes >= start && minutes < (ends[index] ?? 0));
      return slot < 0 ? undefined : slot;
    },
    slotEndingAt(text) {
      const minutes = clockMinutes(text);
      if (minutes === null) return undefined;
      const slot = starts.findIndex((start, index) => minutes > start && minutes <= (ends[index] ?? 0));
      return slot < 0 ? undefined : slot;
    },
  };
}

/** 1 (Monday) … 7 (Sunday), by the word for it in several languages. */
export function weekdayOf(word: string): number | undefined {
  const index = weekdayWords.findIndex((words) =>
    words.some((start) => word === start || (start.length >= 3 && word.startsWith(start))),
  );
  const short = weekdayWords.findIndex((words) => words.some((start) => start.length === 2 && word === start));
  const german = /^(?:dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|montag)$/.exec(word)?.[0];
  if (german !== undefined) {
    return { montag: 1, dienstag: 2, mittwoch: 3, donnerstag: 4, freitag: 5, samstag: 6, sonnabend: 6, sonntag: 7 }[
      german
    ];
  }
  const found = short >= 0 ? short : index;
  return found < 0 ? undefined : found + 1;
}
