import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import { type AscCalendar, onesIn } from './calendar.ts';
import type { AscCard, AscFile } from './file.ts';

/** A card that lies in the timetable: on these days, from this slot on, in these weeks, in these rooms. */
export interface AscBlock {
  readonly days: readonly number[];
  readonly slot: number;
  readonly weeks: readonly number[];
  readonly roomIds: readonly string[];
}

/**
 * The placed cards of each lesson. A card of several periods is a row for each of them in the program's own exports, and
 * one row in those of others: rows that lie inside the block of an earlier one belong to it.
 */
export function blocksOfAsc(
  file: AscFile,
  calendar: AscCalendar,
  remarks: Diagnostic[],
): ReadonlyMap<string, readonly AscBlock[]> {
  const lessons = new Map(file.lessons.map((lesson) => [lesson.id, lesson]));
  const rooms = new Set(file.classrooms.map(({ id }) => id));
  const multiDay = new Set(file.daysDefs.flatMap(({ masks }) => masks).filter((mask) => onesIn(mask).length > 1));
  const rowsOf = new Map<string, AscBlock[]>();
  const strange = new Map<string, { count: number; value: string }>();
  const tell = (code: string, value: string) => {
    const entry = strange.get(code) ?? { count: 0, value };
    entry.count++;
    strange.set(code, entry);
  };
  for (const card of file.cards) {
    const lesson = lessons.get(card.lessonId);
    const slot = calendar.slotOf(card.period);
    const weeks = calendar.weeks(card.weeks, card.terms);
    const masks = masksOf(card, calendar);
    // a card that is not placed has no period and no days
    if (card.period === '' || masks.length === 0) continue;
    if (lesson === undefined) tell('asc.unknownLesson', card.lessonId);
    if (slot < 0) tell('asc.unknownPeriod', card.period);
    if (lesson === undefined || slot < 0 || weeks.length === 0) continue;
    const known = card.roomIds.filter((id) => rooms.has(id));
    for (const id of card.roomIds) if (!rooms.has(id)) tell('asc.unknownRoom', id);
    const list = rowsOf.get(lesson.id) ?? [];
    rowsOf.set(lesson.id, list);
    for (const mask of masks) {
      const days = onesIn(mask);
      const isTogether = days.length === 1 || (multiDay.has(mask) && hasMask(file, lesson.daysDefId, mask));
      for (const on of isTogether ? [days] : days.map((day) => [day])) {
        list.push({ days: on, slot, weeks, roomIds: known });
      }
    }
  }
  const blocks = new Map(
    [...rowsOf].map(([id, rows]) => [id, mergedRows(rows, lessons.get(id)?.periodsPerCard ?? 1, calendar, tell)]),
  );
  for (const [code, { count, value }] of strange) {
    const message = messages[code] ?? 'A card says something that the file does not have.';
    remarks.push(warning(code, message, { value: count, advice: 'The first is "{first}".', values: { first: value } }));
  }
  return blocks;
}

const messages: Readonly<Record<string, string>> = {
  'asc.unknownLesson': 'Cards of lessons that the file does not have are left out.',
  'asc.unknownPeriod': 'Cards in periods that the file does not have are left unplaced.',
  'asc.cutCard': 'Cards do not fit into the day with all their periods; they are left unplaced.',
  'asc.unknownRoom': 'Cards name rooms that the file does not have; these are left out.',
};

function masksOf({ days, day }: AscCard, calendar: AscCalendar): string[] {
  if (days.length > 0) return [...days];
  const mask = calendar.maskOfDay(day);
  return mask === '' ? [] : [mask];
}

function hasMask({ daysDefs }: AscFile, id: string, mask: string): boolean {
  return daysDefs.find((item) => item.id === id)?.masks.includes(mask) === true;
}

function mergedRows(
  rows: readonly AscBlock[],
  length: number,
  calendar: AscCalendar,
  tell: (code: string, value: string) => void,
): AscBlock[] {
  const last = calendar.data.slots.length - length;
  const blocks = new Map<string, AscBlock[]>();
  for (const row of [...rows].sort((a, b) => a.slot - b.slot)) {
    const key = `${row.days.join()}/${row.weeks.join()}`;
    const list = blocks.get(key) ?? [];
    blocks.set(key, list);
    const before = list.at(-1);
    if (before !== undefined && row.slot < before.slot + length) {
      const roomIds = [...new Set([...before.roomIds, ...row.roomIds])];
      if (row.slot === before.slot || length > 1) list[list.length - 1] = { ...before, roomIds };
    } else if (row.slot <= last) list.push(row);
    else tell('asc.cutCard', calendar.data.slots[row.slot]?.name ?? String(row.slot));
  }
  const all = [...blocks.values()].flat();
  return all.sort(
    (a, b) => (a.weeks[0] ?? 0) - (b.weeks[0] ?? 0) || (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.slot - b.slot,
  );
}
