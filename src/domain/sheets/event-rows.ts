import type { EventData, RuleData } from '../problem-data.ts';
import type { Bench } from './bench.ts';
import { readInteger } from './cells.ts';
import { type FieldValue, type ListField, type ListTable, sameFieldValue } from './field.ts';
import {
  cellValues,
  missingField,
  RowDraft,
  type RowPlan,
  type RowPlanner,
  type RowState,
  type SheetRow,
  writtenItem,
} from './rows.ts';

/** By which fields an event without an id is found again. */
const identity = ['courseId', 'name', 'groupIds', 'instructors'] as const;
const mostParts = 50;

/**
 * Rows that are events. Without ids a row means an event that has all it says, else the next one of its course, name,
 * groups and instructors that no other row means, else a new one. `2+2+1` parts make three events of one row, and so do
 * three lessons a week.
 */
export function createEventRows(table: ListTable<'events'>, bench: Bench): RowPlanner {
  const events = createEventFinder(table, bench);
  return {
    write(row) {
      const draft = new RowDraft(row);
      if (table.columns.every(({ key }) => row.cell(key) === '')) return draft.plan('empty', '');
      const parts = partsOf(row, draft, bench);
      if (parts === null) return draft.plan('refused', row.cell('courseId'));
      const plans = parts.map((part) => writeEvent(table, bench, events, part, draft));
      const ids = plans.flatMap(({ id }) => id ?? []);
      const rule = ids.length > 1 && ids.length === plans.length ? daysApart(row, ids, bench, draft) : false;
      return summed(row, draft, plans, rule);
    },
  };
}

interface WrittenEvent {
  readonly id: string | null;
  readonly state: RowState;
}

function writeEvent(
  { columns, blank }: ListTable<'events'>,
  bench: Bench,
  events: EventFinder,
  row: SheetRow,
  draft: RowDraft,
): WrittenEvent {
  const values = cellValues(columns, row, bench, draft);
  const given = row.cell('id');
  const found = events.find(given, values);
  const before = found ?? blank('');
  let item = writtenItem(before, columns, values, bench, draft, found === undefined);
  const missing = missingField(item, columns);
  const pool = item.instructors?.length ?? 0;
  const isTooMany = pool > 0 && (item.instructorCount ?? 0) > pool;
  if (missing !== null && !draft.remarks.some(({ field }) => field === missing)) {
    draft.fault(missing, 'sheet.needed', 'Something is needed here.');
  }
  if (isTooMany)
    draft.fault('instructorCount', 'sheet.pool', 'Only {count|instructor is|instructors are} listed.', undefined, {
      count: pool,
    });
  if (missing !== null || isTooMany) return { id: null, state: 'refused' };
  if (found !== undefined) {
    if (item !== found) bench.put('events', item);
    return { id: found.id, state: item === found ? 'unchanged' : 'change' };
  }
  const course = bench.nameOf('courses', item.courseId);
  item = { ...item, id: bench.reserve('events', item.name ?? course, given) };
  bench.put('events', item);
  events.take(item.id);
  return { id: item.id, state: 'add' };
}

interface EventFinder {
  find(id: string, values: ReadonlyMap<string, FieldValue>): EventData | undefined;
  /** Nobody else means this event. */
  take(id: string): void;
}

function createEventFinder({ columns }: ListTable<'events'>, bench: Bench): EventFinder {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const taken = new Set<string>();
  const old = bench.all('events');
  const ofCourse = new Map<string, EventData[]>();
  for (const event of old) {
    const list = ofCourse.get(event.courseId) ?? [];
    ofCourse.set(event.courseId, list);
    list.push(event);
  }
  const has = (event: EventData, keys: Iterable<string>, values: ReadonlyMap<string, FieldValue>) => {
    for (const key of keys) {
      const field: ListField<EventData> | undefined = byKey.get(key);
      if (field !== undefined && !agrees(field.read(event), values.get(key))) return false;
    }
    return true;
  };
  return {
    find(id, values) {
      if (id !== '') {
        const known = bench.idOf('events', id);
        if (known === undefined || taken.has(known)) return undefined;
        taken.add(known);
        return bench.get('events', known);
      }
      const course = values.get('courseId');
      const free = (ofCourse.get(typeof course === 'string' ? course : '') ?? []).filter(
        (event) => !taken.has(event.id),
      );
      const found =
        free.find((event) => has(event, values.keys(), values)) ??
        free.find((event) => has(event, identity, values)) ??
        free.find((event) => has(event, ['courseId', 'name', 'groupIds'], values));
      if (found !== undefined) taken.add(found.id);
      return found;
    },
    take: (id) => void taken.add(id),
  };
}

/** What the sheet does not say can be anything. */
function agrees(has: FieldValue, said: FieldValue | undefined): boolean {
  return said === undefined ? true : sameFieldValue(has, said);
}

/** The events of a row, each as a row of its own length; null when the pattern makes no sense. */
function partsOf(row: SheetRow, draft: RowDraft, bench: Bench): readonly SheetRow[] | null {
  const pattern = row.cell('parts');
  if (pattern === '') return lessonsOf(row, draft, bench);
  const lengths = pattern.split(/[+,;\s]+/).filter((piece) => piece !== '');
  const isGood = lengths.every((piece) => /^\d{1,3}$/.test(piece) && Number(piece) > 0);
  const total = row.cell('duration');
  const sum = lengths.reduce((all, piece) => all + Number(piece), 0);
  if (!isGood || lengths.length > mostParts) {
    draft.fault('parts', 'sheet.parts', 'Write the slots of each part with plus signs: 2+2+1.', pattern);
    return null;
  }
  if (total !== '' && Number(total) !== sum) {
    draft.fault('parts', 'sheet.partsSum', 'The parts add up to {sum}, not to {total}.', pattern, { sum, total });
    return null;
  }
  return lengths.map((length, part) => partOf(row, part, length));
}

/** As many equal events as the row asks for in a week; null when that is no number. */
function lessonsOf(row: SheetRow, draft: RowDraft, bench: Bench): readonly SheetRow[] | null {
  if (row.cell('lessons') === '') return [row];
  const count = draft.read('lessons', { type: 'integer', min: 1, max: mostParts }, bench);
  if (typeof count !== 'number') return null;
  return Array.from({ length: count }, (_, part) => partOf(row, part, row.cell('duration')));
}

function partOf(row: SheetRow, part: number, length: string): SheetRow {
  const own = row.cell('id');
  return {
    number: row.number,
    cell: (key) => {
      if (key === 'duration') return length;
      return key === 'id' && own !== '' && part > 0 ? `${own}-${part + 1}` : row.cell(key);
    },
  };
}

/** A rule that keeps the parts of a row so many days apart, unless there is one; true when one was made. */
function daysApart(row: SheetRow, ids: readonly string[], bench: Bench, draft: RowDraft): boolean {
  const min = numberOf(row.cell('minDays'), 29);
  if (min < 1) return false;
  const isThere = bench
    .all('rules')
    .some(
      ({ kind, scope }) => kind === 'minDaysBetween' && scope.of === 'events' && sameFieldValue(scope.ids ?? [], ids),
    );
  if (isThere) return false;
  const percent = row.cell('minDaysWeight') === '' ? 100 : numberOf(row.cell('minDaysWeight'), 100);
  if (percent === 0) return false;
  const rule: RuleData = {
    id: bench.reserve('rules', `min-days-${ids[0]}`),
    kind: 'minDaysBetween',
    scope: { of: 'events', ids },
    params: { min, adjacent: /^(?:1|y|yes|true|ja|oui|sí|si)$/i.test(row.cell('together')), overBreaks: true },
    hard: percent === 100,
    // The odds of the percentage, as FET means it.
    weight: percent === 100 ? 1 : Math.min(100, Math.max(1, Math.round(percent / (100 - percent)))),
  };
  bench.put('rules', rule);
  draft.differs('minDays', '', String(min));
  return true;
}

function numberOf(text: string, max: number): number {
  const value = text === '' ? undefined : readInteger({ min: 0, max }, text.replace('%', '')).value;
  return typeof value === 'number' ? value : 0;
}

function summed(row: SheetRow, draft: RowDraft, plans: readonly WrittenEvent[], hasRule: boolean): RowPlan {
  const states = new Set(plans.map(({ state }) => state));
  const name = [row.cell('courseId'), row.cell('name'), row.cell('groupIds')].filter((part) => part !== '').join(' · ');
  if (states.has('add')) return draft.plan('add', name);
  if (states.has('change') || hasRule) return draft.plan('change', name);
  return draft.plan(states.has('unchanged') ? 'unchanged' : 'refused', name);
}
