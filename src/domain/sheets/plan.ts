import { applyChanges } from '../operations/apply-changes.ts';
import type { Change } from '../operations/operation.ts';
import type { ProblemData } from '../problem-data.ts';
import type { Steps } from '../steps.ts';
import type { Wording } from '../wording/wording.ts';
import { createAvailabilityRows, type LevelName } from './availability-rows.ts';
import { Bench } from './bench.ts';
import { createEventRows } from './event-rows.ts';
import type { ListTables, NamedList } from './field.ts';
import type { SheetMapping } from './guess.ts';
import { createListRows } from './list-rows.ts';
import { createPlacementRows, type PlacedTimetable } from './placement-rows.ts';
import type { RowPlan, RowPlanner, RowState, SheetRow } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { createEnrolmentRows, createStudentSetRows } from './student-rows.ts';
import { type TargetId, targetIds } from './targets.ts';

/** One sheet and what its rows are taken for. */
export interface SheetJob {
  readonly sheet: Sheet;
  readonly target: TargetId;
  /** Index of the row with the titles, -1 when there is none; data begins below it. */
  readonly header: number;
  readonly mapping: SheetMapping;
}

export interface PlanOptions {
  readonly tables: ListTables;
  /** Lists in which names that nothing has become new items. */
  readonly mayCreate: ReadonlySet<NamedList>;
  /** What rows about places change. */
  readonly timetable: PlacedTimetable;
  /** How values are told; absent: in English. */
  readonly wording?: Wording | undefined;
  /** What a level of availability is called; absent: by its id. */
  readonly levelName?: LevelName | undefined;
}

export type RowCounts = Readonly<Record<RowState | 'remarked', number>>;

export interface SheetPlan {
  readonly rows: readonly RowPlan[];
  readonly counts: RowCounts;
}

/** What an import would do; nothing is done until its changes are applied, all at once. */
export interface ImportPlan {
  /** In the order of the jobs. */
  readonly sheets: readonly SheetPlan[];
  readonly counts: RowCounts;
  /** Names that nothing in the project or the sheets has, by list. */
  readonly unknown: ReadonlyMap<NamedList, readonly string[]>;
  readonly changes: readonly Change[];
  readonly timetableId: string;
}

/**
 * Lays sheets over a problem, in short steps for the page. What no row speaks of stays as it is; nothing is ever
 * removed. Linear in the cells, apart from events of one course, which are looked through for each row without an id.
 */
export function* planSteps(problem: ProblemData, jobs: readonly SheetJob[], options: PlanOptions): Steps<ImportPlan> {
  const bench = new Bench(problem, options.mayCreate, options.wording);
  const inOrder = jobs
    .map((job, index) => ({ job, index }))
    .sort((a, b) => targetIds.indexOf(a.job.target) - targetIds.indexOf(b.job.target));
  const plans: SheetPlan[] = jobs.map(() => ({ rows: [], counts: noCounts }));
  const finishing: RowPlanner[] = [];
  // All names first: a sheet may name what another one of the same target brings.
  const planners = new Map<TargetId, RowPlanner>();
  const plannerOf = (target: TargetId): RowPlanner => {
    const known = planners.get(target) ?? createPlanner(target, bench, options);
    planners.set(target, known);
    return known;
  };
  for (const target of targetIds) {
    const own = inOrder.filter(({ job }) => job.target === target);
    if (own.length === 0) continue;
    // A planner for each sheet: rows are told apart by their numbers.
    const readers = own.map(({ job, index }) => ({
      index,
      planner: own.length === 1 ? plannerOf(target) : createPlanner(target, bench, options),
      rows: rowsOf(job),
    }));
    for (const { planner, rows } of readers) {
      for (const row of rows) {
        planner.register?.(row);
        yield;
      }
    }
    for (const { planner, rows, index } of readers) {
      const written: RowPlan[] = [];
      for (const row of rows) {
        written.push(planner.write(row));
        yield;
      }
      plans[index] = { rows: written, counts: countsOf(written) };
      finishing.push(planner);
    }
  }
  const changes = [...(yield* bench.changes()), ...finished(bench, finishing)];
  return {
    sheets: plans,
    counts: summedCounts(plans),
    unknown: new Map([...bench.unknown].map(([list, names]) => [list, [...names.values()]])),
    changes,
    timetableId: options.timetable.id,
  };
}

/** What comes last is planned on the problem as it will be, one after the other. */
function finished(bench: Bench, planners: readonly RowPlanner[]): readonly Change[] {
  if (planners.every(({ finish }) => finish === undefined)) return [];
  let problem = bench.laidOut();
  const all: Change[] = [];
  for (const planner of planners) {
    const changes = planner.finish?.(problem) ?? [];
    const made = applyChanges(
      { problem, timetables: new Map() },
      changes.filter(({ of }) => of !== 'assignment'),
    );
    if (made.ok) problem = made.value.problem;
    all.push(...changes);
  }
  return all;
}

function createPlanner(target: TargetId, bench: Bench, { tables, timetable, levelName }: PlanOptions): RowPlanner {
  switch (target) {
    case 'courses':
      return createListRows(tables.courses, bench);
    case 'instructors':
      return createListRows(tables.instructors, bench);
    case 'rooms':
      return createListRows(tables.rooms, bench);
    case 'groups':
      return createListRows(tables.groups, bench);
    case 'students':
      return createListRows(tables.students, bench);
    case 'events':
      return createEventRows(tables.events, bench);
    case 'studentSets':
      return createStudentSetRows(bench);
    case 'enrolments':
      return createEnrolmentRows(bench);
    case 'availability':
      return createAvailabilityRows(bench, levelName);
    case 'placements':
      return createPlacementRows(bench, timetable);
  }
}

/** The rows below the titles. */
function rowsOf({ sheet, header, mapping }: SheetJob): readonly SheetRow[] {
  const columns = new Map(mapping.flatMap((key, column) => (key === null ? [] : [[key, column] as const])));
  return sheet.rows.slice(header + 1).map((cells, index) => ({
    number: header + index + 2,
    cell: (key) => {
      const column = columns.get(key);
      return column === undefined ? '' : (cells[column] ?? '').trim();
    },
  }));
}

const noCounts: RowCounts = { add: 0, change: 0, unchanged: 0, refused: 0, empty: 0, remarked: 0 };

function countsOf(rows: readonly RowPlan[]): RowCounts {
  const counts = { ...noCounts };
  for (const row of rows) {
    counts[row.state]++;
    if (isRemarked(row)) counts.remarked++;
  }
  return counts;
}

/** True for a row that somebody should look at. */
export function isRemarked({ state, remarks }: RowPlan): boolean {
  return state === 'refused' || remarks.some(({ remark }) => remark.severity !== 'info');
}

function summedCounts(plans: readonly SheetPlan[]): RowCounts {
  const counts = { ...noCounts };
  for (const plan of plans)
    for (const key of Object.keys(counts) as (keyof RowCounts)[]) counts[key] += plan.counts[key];
  return counts;
}
