import {
  type AvailabilityLevel,
  type AvailabilityList,
  availabilityOf,
  type PaintedRow,
  paintedAvailability,
} from '../operations/availability.ts';
import type { ProblemData } from '../problem-data.ts';
import type { Bench } from './bench.ts';
import { type CalendarWords, calendarWords } from './calendar-words.ts';
import { RowDraft, type RowPlanner, type SheetRow } from './rows.ts';

const lists: readonly AvailabilityList[] = ['instructors', 'groups', 'rooms'];
const columnOf = { instructors: 'instructor', groups: 'group', rooms: 'room' } as const;

/** What people write for a level, in several languages; anything else is not understood. */
const levelWords: Readonly<Record<AvailabilityLevel, RegExp>> = {
  blocked:
    /^(?:blocked|unavailable|not available|busy|no|n|x|-|0|impossible|absent|nicht verfügbar|gesperrt|nein|non|indisponible|bloqué|no disponible|bloqueado|occupato|ممنوع|निषेध|false)$/,
  avoid: /^(?:avoid|1|strongly discouraged|vermeiden|meiden|à éviter|éviter|evitar|evitare|يُتجنب|टार्ने)$/,
  dislike: /^(?:rather not|dislike|discouraged|2|lieber nicht|ungern|plutôt pas|mejor no|الأفضل لا|सकेसम्म होइन)$/,
  neutral:
    /^(?:neutral|neutre|neutro|محايد|तटस्थ|available|free|yes|y|ok|3|verfügbar|frei|ja|oui|disponible|sí|si|libero|true)$/,
  prefer:
    /^(?:prefer|preferred|welcome|like|4|gern|bevorzugt|willkommen|préféré|bienvenu|preferido|bienvenido|مرحب به|स्वागत)$/,
};

/** What a level is called. */
export type LevelName = (level: AvailabilityLevel) => string;

/** Rows that say when somebody or something is not available, or would rather not be: who, day, slot or times, level. */
export function createAvailabilityRows(bench: Bench, nameOf: LevelName = String): RowPlanner {
  const words = calendarWords(bench.problem.calendar);
  const painted: Readonly<Record<AvailabilityList, Map<string, Map<number, AvailabilityLevel>>>> = {
    instructors: new Map(),
    groups: new Map(),
    rooms: new Map(),
  };
  const before = new Map(lists.map((list) => [list, availabilityOf(bench.problem, list)]));
  const rowOf = new Map(lists.map((list) => [list, new Map(bench.problem[list].map(({ id }, row) => [id, row]))]));
  const levelAt = (list: AvailabilityList, id: string, cell: number): AvailabilityLevel => {
    const row = rowOf.get(list)?.get(id);
    const own = painted[list].get(id)?.get(cell);
    return own ?? (row === undefined ? 'neutral' : (before.get(list)?.at(row, cell).level ?? 'neutral'));
  };
  return {
    write(row) {
      const draft = new RowDraft(row);
      const all = ['who', 'instructor', 'group', 'room', 'day', 'start', 'end', 'level'];
      if (all.every((key) => row.cell(key) === '')) return draft.plan('empty', '');
      const whom = whomOf(row, bench, draft);
      const cells = cellsOf(row, words, bench.problem, draft);
      const level = levelOf(row, draft);
      if (whom === null || cells === null || level === null) return draft.plan('refused', row.cell('who'));
      const [list, id] = whom;
      const name = bench.nameOf(list, id);
      const had = [...new Set(cells.map((cell) => levelAt(list, id, cell)))];
      if (had.length === 1 && had[0] === level) return draft.plan('unchanged', name);
      const levels = painted[list].get(id) ?? new Map<number, AvailabilityLevel>();
      painted[list].set(id, levels);
      for (const cell of cells) levels.set(cell, level);
      draft.differs('level', bench.listed(had.map(nameOf)), nameOf(level));
      return draft.plan('change', name);
    },
    finish(problem) {
      const changes = [];
      for (const list of lists) {
        const rows = [...painted[list]].map(([id, levels]): PaintedRow => ({ id, levels }));
        // Each list has rules of its own, but all stand in one: the positions follow from those before.
        if (rows.length > 0) changes.push({ list, rows });
      }
      return changes.length === 0 ? [] : paintedOneByOne(problem, changes);
    },
  };
}

function paintedOneByOne(
  problem: ProblemData,
  lists: readonly { readonly list: AvailabilityList; readonly rows: readonly PaintedRow[] }[],
) {
  let rules = problem.rules;
  return lists.flatMap(({ list, rows }) => {
    const changes = paintedAvailability({ ...problem, rules }, list, rows);
    for (const change of changes) {
      if (change.of !== 'item' || change.list !== 'rules') continue;
      const { before, after, id } = change;
      if (after === null) rules = rules.filter((rule) => rule.id !== id);
      else rules = before === null ? [...rules, after] : rules.map((rule) => (rule.id === id ? after : rule));
    }
    return changes;
  });
}

function whomOf(row: SheetRow, bench: Bench, draft: RowDraft): readonly [AvailabilityList, string] | null {
  for (const list of lists) {
    const name = row.cell(columnOf[list]);
    if (bench.idOf(list, name) === undefined && draft.isTooLong(columnOf[list])) return null;
    const id = name === '' ? undefined : bench.need(list, name);
    if (id !== undefined) return [list, id];
    if (name !== '') {
      draft.fault(columnOf[list], 'sheet.unknownName', 'Nothing is called “{name}”.', name, { name });
      return null;
    }
  }
  const name = row.cell('who');
  const found = lists.flatMap((list) => {
    const id = bench.idOf(list, name);
    return id === undefined ? [] : [[list, id] as const];
  });
  const [first] = found;
  if (found.length === 1 && first !== undefined) return first;
  if (found.length === 0) draft.fault('who', 'sheet.unknownName', 'Nothing is called “{name}”.', name, { name });
  else draft.fault('who', 'sheet.ambiguous', '“{name}” is an instructor, a group or a room.', name, { name });
  return null;
}

/** The slots of the day from start to end; the whole day where no time is given. */
function cellsOf(row: SheetRow, words: CalendarWords, problem: ProblemData, draft: RowDraft): readonly number[] | null {
  const { days, slots } = problem.calendar;
  const dayId = words.dayOf(row.cell('day'));
  const day = days.findIndex(({ id }) => id === dayId);
  if (day < 0) {
    draft.fault('day', 'sheet.day', 'The calendar has no such day.', row.cell('day'));
    return null;
  }
  const [from = '', rest = ''] = row.cell('start').split(/\s*[-–]\s*/);
  const first = from === '' ? 0 : (words.slotOf(row.cell('start')) ?? words.slotOf(from));
  const endText = row.cell('end') || rest;
  const isClock = !/^\d{1,3}$/.test(endText);
  const lastOfTime = isClock ? words.slotEndingAt(endText) : words.slotOf(endText);
  const last = endText === '' ? (from === '' ? slots.length - 1 : first) : lastOfTime;
  if (first === undefined || last === undefined || last < first) {
    const field = first === undefined ? 'start' : 'end';
    draft.fault(field, 'sheet.slot', 'The calendar has no such slot.', row.cell(field));
    return null;
  }
  return Array.from({ length: last - first + 1 }, (_, offset) => day * slots.length + first + offset);
}

/** The level that a word of any language means. */
export function levelCalled(word: string): AvailabilityLevel | undefined {
  const text = word.toLowerCase();
  return (Object.keys(levelWords) as AvailabilityLevel[]).find((level) => levelWords[level].test(text));
}

function levelOf(row: SheetRow, draft: RowDraft): AvailabilityLevel | null {
  const text = row.cell('level');
  if (text === '') return 'blocked';
  const found = levelCalled(text);
  if (found !== undefined) return found;
  draft.fault('level', 'sheet.level', 'Write blocked, avoid, rather not, available or welcome.', row.cell('level'));
  return null;
}
