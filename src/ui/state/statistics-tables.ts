import type { Problem } from '../../domain/problem.ts';
import { breachOf, type Limit, type LimitedFigure, type Limits } from '../../domain/statistics/load-limits.ts';
import { type Load, slotMinutes } from '../../domain/statistics/loads.ts';
import type { RoomUse } from '../../domain/statistics/room-use.ts';
import type { Statistics } from '../../domain/statistics/statistics.ts';
import type { PlainTextKey } from '../text/text.tsx';

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
}

const plain = (value: number | string): Figure => ({ value, limit: null, breached: false });
const number = (title: PlainTextKey, sums = true): FigureColumn => ({ title, unit: 'number', sums });

export function figureTable(problem: Problem, statistics: Statistics, kind: StatisticsKind): FigureTable {
  switch (kind) {
    case 'instructor':
      return peopleTable(problem, statistics, kind, statistics.instructors);
    case 'group':
      return peopleTable(problem, statistics, kind, statistics.groups);
    case 'room':
      return roomTable(problem, statistics);
  }
}

function peopleTable(
  problem: Problem,
  { limits }: Statistics,
  kind: 'instructor' | 'group',
  loads: readonly Load[],
): FigureTable {
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
  const rows = loads.map((load) => {
    const { average, events, ref } = load;
    const own = limits.get(load.resource);
    const limited = (figure: LimitedFigure, value: number) => limitedFigure(load, own, figure, value);
    const { id, name } = kind === 'group' ? groupOf(problem, ref) : (problem.instructors[ref] ?? nobody);
    return rowOf(id, name, [
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
    ]);
  });
  return { kind, columns, rows };
}

function roomTable(problem: Problem, { rooms, limits }: Statistics): FigureTable {
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
  const rows = rooms.map(({ load, timeShare, seatShare }) => {
    const room = problem.rooms[load.ref];
    const own = limits.get(load.resource);
    return rowOf(room?.id ?? '', room?.name ?? '', [
      plain(room?.capacity ?? 0),
      ...(typed ? [plain(room?.type ?? '')] : []),
      plain(load.events),
      ...(slots ? [limitedFigure(load, own, 'slots', load.average.slots)] : []),
      plain(load.average.minutes),
      plain(timeShare),
      plain(seatShare),
    ]);
  });
  return { kind: 'room', columns, rows };
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

/** By column: the limit that every row has, to be told once; null where they differ. */
export function commonLimits({ columns, rows }: FigureTable): readonly (Limit | null)[] {
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

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Rows alike keep the order of the problem. */
export function sortedRows(rows: readonly FigureRow[], { column, descending }: Sorting): readonly FigureRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column < 0) return sign * names.compare(a.name, b.name);
    const one = a.figures[column]?.value ?? 0;
    const other = b.figures[column]?.value ?? 0;
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * names.compare(String(one), String(other));
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

export function overviewOf(problem: Problem, { occupancy, groups, instructors, rooms, limits }: Statistics): Overview {
  const weeks = problem.data.calendar.weekCount;
  const placed = occupancy.placed.flatMap((item) => item ?? []);
  const open = rooms.reduce((sum, room) => sum + room.openMinutes, 0);
  const busy = rooms.reduce((sum, room) => sum + room.load.average.minutes, 0);
  const lengths = slotMinutes(problem);
  const kinds: LimitedFigure[] = ['slots', 'days', 'gaps', 'daySlots', 'dayGaps'];
  const isBreached = (load: Load) => kinds.some((kind) => breachOf(load, limits.get(load.resource), kind) !== null);
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
    breaches: [...groups, ...instructors, ...rooms.map(({ load }) => load)].filter(isBreached).length,
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
