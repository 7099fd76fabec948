import type { Problem } from '../../../domain/problem.ts';
import { breachOf, type Limit, type LimitedFigure, type Limits } from '../../../domain/statistics/load-limits.ts';
import { type Load, slotMinutes } from '../../../domain/statistics/loads.ts';
import type { RoomUse } from '../../../domain/statistics/room-use.ts';
import { type Statistics, statisticsSteps } from '../../../domain/statistics/statistics.ts';
import type { Steps } from '../../../domain/steps.ts';
import type { Timetable } from '../../../domain/timetable.ts';
import type { PlainTextKey } from '../../text/text.tsx';
import { inLocale } from '../words/locale.ts';

export type StatisticsKind = 'instructor' | 'group' | 'room';

export interface FigureColumn {
  readonly title: PlainTextKey;
  /** How values are written. */
  readonly unit: 'text' | 'number' | 'minutes' | 'share';
  /** What the foot of the table says of it besides the mean: the sum, where one makes sense. */
  readonly sums: boolean;
}

export interface Figure {
  readonly value: number | string;
  readonly limit: Limit | null;
  readonly breached: boolean;
}

export interface FigureRow {
  readonly id: string;
  readonly name: string;
  /** One by column. */
  readonly figures: readonly Figure[];
  readonly breached: boolean;
}

export interface FigureTable {
  readonly kind: StatisticsKind;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** By column: the limit that every row has, to be told once; null where they differ. */
  readonly limits: readonly (Limit | null)[];
}

const plain = (value: number | string): Figure => ({ value, limit: null, breached: false });
const number = (title: PlainTextKey, sums = true): FigureColumn => ({ title, unit: 'number', sums });

/** Everything that the page of the statistics shows of a timetable. */
export interface StatisticsView {
  readonly statistics: Statistics;
  readonly overview: Overview;
  readonly tables: Readonly<Record<StatisticsKind, FigureTable>>;
}

/** Counts and lays out what was counted, in short steps. */
export function* statisticsViewSteps(problem: Problem, timetable: Timetable): Steps<StatisticsView> {
  const statistics = yield* statisticsSteps(problem, timetable);
  const tables = {
    instructor: yield* peopleTable(problem, statistics, 'instructor', statistics.instructors),
    group: yield* peopleTable(problem, statistics, 'group', statistics.groups),
    room: yield* roomTable(problem, statistics),
  };
  return { statistics, overview: overviewOf(problem, statistics, Object.values(tables)), tables };
}

function* peopleTable(
  problem: Problem,
  { limits }: Statistics,
  kind: 'instructor' | 'group',
  loads: readonly Load[],
): Steps<FigureTable> {
  const slots = problem.axis.cellsAreSlots;
  const columns: FigureColumn[] = [
    ...(kind === 'group' ? [number('columnStudents')] : []),
    number('columnEvents'),
    ...(slots ? [number('columnSlots')] : []),
    { title: 'columnHours', unit: 'minutes', sums: true },
    number('columnDays', false),
    ...(slots ? [number('columnFullest', false), number('columnGaps'), number('columnMostGaps', false)] : []),
    ...(slots ? [] : [{ title: 'columnGaps', unit: 'minutes', sums: true } as const]),
  ];
  const rows: FigureRow[] = [];
  for (const load of loads) {
    const { average, events, ref } = load;
    const own = limits.get(load.resource);
    const limited = (figure: LimitedFigure, value: number) => limitedFigure(load, own, figure, value);
    const { id, name } = kind === 'group' ? groupOf(problem, ref) : (problem.instructors[ref] ?? nobody);
    const figures = [
      ...(kind === 'group' ? [plain(problem.groups[ref]?.data.size ?? 0)] : []),
      plain(events),
      ...(slots ? [limited('slots', average.slots)] : []),
      plain(average.minutes),
      limited('days', average.days),
      ...(slots
        ? [
            limited('daySlots', average.fullestDay),
            limited('gaps', average.gaps),
            limited('dayGaps', average.mostGapsOfDay),
          ]
        : [plain(average.gapMinutes)]),
    ];
    rows.push(rowOf(id, name, figures));
    yield;
  }
  return tableOf(kind, columns, rows);
}

function* roomTable(problem: Problem, { rooms, limits }: Statistics): Steps<FigureTable> {
  const typed = problem.rooms.some(({ type }) => type !== undefined);
  const slots = problem.axis.cellsAreSlots;
  const columns: FigureColumn[] = [
    number('columnSeats'),
    ...(typed ? [{ title: 'columnType', unit: 'text', sums: false } as const] : []),
    number('columnEvents'),
    ...(slots ? [number('columnSlots')] : []),
    { title: 'columnHours', unit: 'minutes', sums: true },
    { title: 'columnTimeUsed', unit: 'share', sums: false },
    { title: 'columnSeatsFilled', unit: 'share', sums: false },
  ];
  const rows: FigureRow[] = [];
  for (const { load, timeShare, seatShare } of rooms) {
    const room = problem.rooms[load.ref];
    const own = limits.get(load.resource);
    const figures = [
      plain(room?.capacity ?? 0),
      ...(typed ? [plain(room?.type ?? '')] : []),
      plain(load.events),
      ...(slots ? [limitedFigure(load, own, 'slots', load.average.slots)] : []),
      plain(load.average.minutes),
      plain(timeShare),
      plain(seatShare),
    ];
    rows.push(rowOf(room?.id ?? '', room?.name ?? '', figures));
    yield;
  }
  return tableOf('room', columns, rows);
}

function tableOf(kind: StatisticsKind, columns: readonly FigureColumn[], rows: readonly FigureRow[]): FigureTable {
  return { kind, columns, rows, limits: commonLimits(columns, rows) };
}

const nobody = { id: '', name: '' };

function groupOf(problem: Problem, ref: number) {
  return problem.groups[ref]?.data ?? nobody;
}

function limitedFigure(load: Load, limits: Limits | undefined, figure: LimitedFigure, value: number): Figure {
  return { value, limit: limits?.[figure] ?? null, breached: breachOf(load, limits, figure) !== null };
}

function rowOf(id: string, name: string, figures: readonly Figure[]): FigureRow {
  return { id, name, figures, breached: figures.some(({ breached }) => breached) };
}

function commonLimits(columns: readonly FigureColumn[], rows: readonly FigureRow[]): readonly (Limit | null)[] {
  return columns.map((_, column) => {
    const first = rows[0]?.figures[column]?.limit ?? null;
    const isSame = ({ figures }: FigureRow) => {
      const limit = figures[column]?.limit ?? null;
      return limit?.min === first?.min && limit?.max === first?.max;
    };
    return first !== null && rows.every(isSame) ? first : null;
  });
}

/** Position of a column, or -1 for the names. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

const names = inLocale((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));

/** Rows alike keep the order of the problem. */
export function sortedRows(rows: readonly FigureRow[], { column, descending }: Sorting): readonly FigureRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column < 0) return sign * names().compare(a.name, b.name);
    const one = a.figures[column]?.value ?? 0;
    const other = b.figures[column]?.value ?? 0;
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * names().compare(String(one), String(other));
  });
}

/** By column: sum and mean of the rows; null where a sum says nothing, or the values are no numbers. */
export function footOf({ columns }: Pick<FigureTable, 'columns'>, rows: readonly FigureRow[]) {
  const sumOf = (column: number) =>
    rows.reduce((sum, { figures }) => {
      const value = figures[column]?.value;
      return sum + (typeof value === 'number' ? value : 0);
    }, 0);
  const isText = (column: number) => columns[column]?.unit === 'text';
  return {
    totals: columns.map(({ sums }, column) => (sums ? sumOf(column) : null)),
    means: columns.map((_, column) => (isText(column) || rows.length === 0 ? null : sumOf(column) / rows.length)),
  };
}

/** The figures above the tables. */
export interface Overview {
  readonly placed: number;
  readonly events: number;
  /** Minutes of all events a week, mean of the weeks. */
  readonly minutes: number;
  /** Busy by open time of all rooms; null without rooms. */
  readonly roomTime: number | null;
  /** Null when no room is used. */
  readonly seats: number | null;
  readonly groupGaps: number;
  readonly breaches: number;
}

function overviewOf(problem: Problem, statistics: Statistics, tables: readonly FigureTable[]): Overview {
  const { occupancy, groups, rooms } = statistics;
  const weeks = problem.data.calendar.weekCount;
  const placed = occupancy.placed.flatMap((item) => item ?? []);
  const open = rooms.reduce((sum, room) => sum + room.openMinutes, 0);
  const busy = rooms.reduce((sum, room) => sum + room.load.average.minutes, 0);
  const lengths = slotMinutes(problem);
  return {
    placed: placed.length,
    events: problem.events.length,
    minutes: placed.reduce((sum, { time }) => {
      const taught = lengths.slice(time.start, time.start + time.length).reduce((all, minutes) => all + minutes, 0);
      return sum + (taught * time.days.length * time.weeks.length) / weeks;
    }, 0),
    roomTime: open === 0 ? null : busy / open,
    seats: seatsFilled(problem, rooms),
    groupGaps: groups.reduce((sum, { average }) => sum + average.gaps, 0),
    breaches: tables.reduce((sum, { rows }) => sum + rows.filter(({ breached }) => breached).length, 0),
  };
}

function seatsFilled(problem: Problem, rooms: readonly RoomUse[]): number | null {
  let offered = 0;
  let taken = 0;
  for (const { load, seatShare } of rooms) {
    const seats = (problem.rooms[load.ref]?.capacity ?? 0) * load.average.minutes;
    offered += seats;
    taken += seats * seatShare;
  }
  return offered === 0 ? null : taken / offered;
}
