import { type Diagnostic, warning } from '../diagnostic.ts';
import { type ItemLists, type ListName, listNames } from '../operations/operation.ts';
import { sameData } from '../operations/same-data.ts';
import type { CoverData, ProblemData } from '../problem-data.ts';
import { plainName } from '../sheets/bench.ts';
import type { Steps } from '../steps.ts';
import type { AssignmentData, TimetableData } from '../timetable.ts';
import { matchedIds } from './match.ts';
import { type Renaming, renamedAssignment, renamedEnrolment, renamedProblem } from './rename.ts';

/** A problem with the timetable that is looked at, if any. */
export interface MergeSide {
  readonly problem: ProblemData;
  readonly timetable: TimetableData | null;
}

/**
 * What becomes of an item: it stays as it is here, becomes as it is there, takes from each side what it changed, or both
 * stand beside each other.
 */
export type MergeChoice = 'mine' | 'theirs' | 'merged' | 'both';

export interface MergeField {
  readonly name: string;
  /** Undefined where there is nothing. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who changed it; `conflict` when both did, or when nobody knows. */
  readonly by: 'mine' | 'theirs' | 'conflict';
}

export type MergeList = ListName | OtherList | 'calendar';

/** What has no id of its own. */
type OtherList = 'places' | 'enrolments' | 'covers';

export interface MergeEntry {
  /** Tells entries apart. */
  readonly key: string;
  /**
   * `places` are events in the timetable and `enrolments` the sectioned students in it, `covers` who stands in on which date, `calendar`
   * is the week.
   */
  readonly list: MergeList;
  /** In this project. */
  readonly id: string;
  /** Is only there; differs; was removed there; was changed by both, or removed by one and changed by the other. */
  readonly kind: 'added' | 'changed' | 'removed' | 'conflict';
  readonly fields: readonly MergeField[];
  readonly choices: readonly MergeChoice[];
  /** What is done unless somebody chooses; null when somebody has to. */
  readonly usual: MergeChoice | null;
}

export interface MergePlan {
  readonly entries: readonly MergeEntry[];
  /** The other project with the ids of this one. */
  readonly theirs: MergeSide;
  /** Items that are the same on both sides, and items that only this project has. */
  readonly same: number;
  readonly onlyMine: number;
  readonly isThreeWay: boolean;
  readonly remarks: readonly Diagnostic[];
}

type Item = { readonly id: string };

/**
 * Compares another project with this one, item by item and field by field. With `base`, a former state of this project from
 * which both come, only what both changed is a conflict; without it everything that differs is one, except what only
 * one side says at all. In short steps, for the page.
 */
export function* mergeSteps(mine: MergeSide, other: MergeSide, base: MergeSide | null): Steps<MergePlan> {
  const renaming = matchedIds(mine.problem, other.problem);
  yield;
  const theirs: MergeSide = {
    problem: renamedProblem(other.problem, renaming),
    timetable: other.timetable === null || renaming.days === null ? null : renamedTimetable(other.timetable, renaming),
  };
  const entries: MergeEntry[] = [];
  const counts = { same: 0, onlyMine: 0 };
  for (const list of listNames) {
    if (list === 'meetingTimes' && renaming.days === null) continue;
    const sides = [mine, theirs, base].map((side) => byId(side === null ? [] : side.problem[list]));
    yield* listEntries(list, sides, base !== null, entries, counts);
  }
  if (mine.timetable !== null && theirs.timetable !== null) {
    const rows = [mine, theirs, base].map((side) => placesOf(side?.timetable ?? null));
    const hasBase = (base?.timetable ?? null) !== null;
    yield* listEntries('places', rows, hasBase, entries, counts);
    const enrolled = [mine, theirs, base].map((side) => enrolmentsOf(side?.timetable ?? null));
    yield* listEntries('enrolments', enrolled, hasBase, entries, counts);
  }
  const covers = [mine, theirs, base].map((side) => coversOf(side?.problem ?? null));
  yield* listEntries('covers', covers, base !== null, entries, counts);
  if (renaming.days !== null) calendarEntry(mine.problem, theirs.problem, base?.problem ?? null, entries);
  const remarks = renaming.days === null ? [otherWeeks()] : [];
  return { entries, theirs, ...counts, isThreeWay: base !== null, remarks };
}

function byId(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Only what is placed: nothing is no place to be merged. */
function placesOf(timetable: TimetableData | null): ReadonlyMap<string, Item> {
  const rows = timetable?.assignments.filter(({ timeId }) => timeId !== undefined) ?? [];
  return new Map(rows.map((row: AssignmentData) => [row.eventId, { id: row.eventId, ...row }]));
}

function renamedTimetable({ assignments, enrolments, ...rest }: TimetableData, renaming: Renaming): TimetableData {
  return {
    ...rest,
    assignments: assignments.map((row) => renamedAssignment(row, renaming)),
    ...(enrolments === undefined ? {} : { enrolments: enrolments.map((row) => renamedEnrolment(row, renaming)) }),
  };
}

function enrolmentsOf(timetable: TimetableData | null): ReadonlyMap<string, Item> {
  return new Map((timetable?.enrolments ?? []).map((row) => [row.studentId, { id: row.studentId, ...row }]));
}

/** Of an event there is one a day. */
export function coverKey({ date, eventId }: CoverData): string {
  return `${date} ${eventId}`;
}

function coversOf(problem: ProblemData | null): ReadonlyMap<string, Item> {
  return new Map((problem?.covers ?? []).map((cover) => [coverKey(cover), { id: coverKey(cover), ...cover }]));
}

function* listEntries(
  list: ListName | OtherList,
  [mine, theirs, base]: readonly ReadonlyMap<string, Item>[],
  hasBase: boolean,
  entries: MergeEntry[],
  counts: { same: number; onlyMine: number },
): Steps<void> {
  for (const id of new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
    const entry = entryOf(list, id, mine?.get(id), theirs?.get(id), base?.get(id), hasBase);
    if (entry === 'same') counts.same++;
    else if (entry === 'onlyMine') counts.onlyMine++;
    else entries.push(entry);
    yield;
  }
}

/** What two sides cannot have beside each other. */
const onceOnly: ReadonlySet<MergeList> = new Set(['places', 'enrolments', 'covers', 'calendar', 'meetingTimes']);

function entryOf(
  list: MergeEntry['list'],
  id: string,
  mine: Item | undefined,
  theirs: Item | undefined,
  base: Item | undefined,
  hasBase: boolean,
): MergeEntry | 'same' | 'onlyMine' {
  const start = { key: `${list} ${id}`, list, id } as const;
  if (mine === undefined) {
    // It was removed here: that stands, unless it was changed there.
    if (base !== undefined && sameData(base, theirs)) return 'same';
    const fields = fieldsOf(base, mine, theirs, hasBase);
    if (base !== undefined) return { ...start, kind: 'conflict', fields, choices: ['theirs', 'mine'], usual: null };
    return { ...start, kind: 'added', fields, choices: ['theirs', 'mine'], usual: 'theirs' };
  }
  if (theirs === undefined) {
    if (base === undefined) return 'onlyMine';
    const fields = fieldsOf(base, mine, theirs, hasBase);
    const isOld = sameData(base, mine);
    const kind = isOld ? 'removed' : 'conflict';
    return { ...start, kind, fields, choices: ['theirs', 'mine'], usual: isOld ? 'theirs' : null };
  }
  const fields = fieldsOf(base, mine, theirs, hasBase);
  if (fields.every(({ by }) => by === 'mine')) return 'same';
  const isTwice = !onceOnly.has(list);
  const beside: readonly MergeChoice[] = isTwice ? ['both'] : [];
  if (fields.some(({ by }) => by === 'conflict')) {
    return { ...start, kind: 'conflict', fields, choices: ['theirs', 'mine', ...beside], usual: null };
  }
  const isMerged = fields.some(({ by }) => by === 'mine');
  const choices: readonly MergeChoice[] = [...(isMerged ? ['merged' as const] : []), 'theirs', 'mine', ...beside];
  return { ...start, kind: 'changed', fields, choices, usual: isMerged ? 'merged' : 'theirs' };
}

/** The fields that differ between the two. */
function fieldsOf(
  base: object | undefined,
  mine: object | undefined,
  theirs: object | undefined,
  hasBase: boolean,
): MergeField[] {
  const names = new Set([mine, theirs].flatMap((item) => Object.keys(item ?? {})));
  return [...names].flatMap((name): MergeField[] => {
    const [own, other, old] = [mine, theirs, base].map((item) =>
      item === undefined ? undefined : Reflect.get(item, name),
    );
    if (name === 'id' || name === 'eventId' || sameData(own, other) || isSameName(name, own, other)) return [];
    return [
      { name, base: old, mine: own, theirs: other, by: changedBy(own, other, old, hasBase && base !== undefined) },
    ];
  });
}

/** Items are matched by names whatever their capitals and blanks: these are no difference. */
function isSameName(field: string, mine: unknown, theirs: unknown): boolean {
  return (
    field === 'name' && typeof mine === 'string' && typeof theirs === 'string' && plainName(mine) === plainName(theirs)
  );
}

function changedBy(mine: unknown, theirs: unknown, base: unknown, isKnown: boolean): MergeField['by'] {
  if (isKnown) {
    if (sameData(mine, base)) return 'theirs';
    return sameData(theirs, base) ? 'mine' : 'conflict';
  }
  // Who says nothing does not contradict.
  if (mine === undefined) return 'theirs';
  return theirs === undefined ? 'mine' : 'conflict';
}

/** What of the week may differ though days and slots are the same. */
function calendarEntry(mine: ProblemData, theirs: ProblemData, base: ProblemData | null, entries: MergeEntry[]): void {
  const part = ({ calendar }: ProblemData) => {
    const { breaks, closed, term } = calendar;
    return { id: 'calendar', breaks, closed, ...(term === undefined ? {} : { term }) };
  };
  const old = base === null ? undefined : part(base);
  const entry = entryOf('calendar', 'calendar', part(mine), part(theirs), old, base !== null);
  if (typeof entry !== 'string') entries.push(entry);
}

function otherWeeks(): Diagnostic {
  return warning('merge.calendar', 'The two projects have different days or slots.', {
    advice: 'Times, locks to a time, rules about times and places in the timetable stay as they are here.',
  });
}

/** The item after a choice; null when it is not there then. `both` says what stays here. */
export function mergedItem<List extends ListName>(
  entry: MergeEntry,
  choice: MergeChoice,
  mine: ItemLists[List] | undefined,
  theirs: ItemLists[List] | undefined,
): ItemLists[List] | null {
  if (choice === 'theirs') return theirs ?? null;
  if (choice !== 'merged' || mine === undefined || theirs === undefined) return mine ?? null;
  return mergedFields(entry, mine);
}

/** The item with the fields that only the others changed. */
export function mergedFields<Item extends object>(entry: MergeEntry, mine: Item): Item {
  // Only so that fields can be taken away.
  const made = { ...mine } as Record<string, unknown>;
  for (const { name, theirs, by } of entry.fields) {
    if (by !== 'theirs') continue;
    if (theirs === undefined) delete made[name];
    else made[name] = theirs;
  }
  // Each field has a value of its type, from one side or the other.
  return made as Item;
}
