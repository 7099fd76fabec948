import * as abi from '../../../assembly/abi/abi.ts';
import { RESOURCE_FIRST_MEMBER, RESOURCE_MEMBER_COUNT } from '../../../assembly/abi/members.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import {
  type BoundMeasure,
  byMember,
  DayTables,
  measuresOf,
  type ShapeTable,
  setTable,
  spread,
  weekTable,
} from '../tabulate.ts';
import { timesAreCells } from './header.ts';
import { type EncodedCounts, SlotCountEncoder } from './slot-counts.ts';
import { type EncodedMeasures, WeekMeasureEncoder } from './week-measures.ts';

/** What the events of the problem need to know about an encoded resource. */
export interface EncodedResource {
  readonly softDays: number;
  readonly hardDays: number;
  readonly softWeek: number;
  readonly hardWeek: number;
  /** Soft amount by cell (unavailability), by time where days are long; or null. */
  readonly softCells: Int32Array | null;
  readonly hardCells: Int32Array | null;
  /** The most that moving one slot can lower its soft day shape, and any move its soft week shape. */
  readonly dayGain: number;
  readonly weekGain: number;
  /** The most that its day shapes can amount to, over all days and week classes. */
  readonly softDayMost: number;
  readonly hardDayMost: number;
  readonly softMeasures: EncodedMeasures;
  readonly hardMeasures: EncodedMeasures;
  readonly softCounts: EncodedCounts;
  readonly hardCounts: EncodedCounts;
}

export interface EncodedSet {
  readonly soft: number;
  readonly hard: number;
  readonly gain: number;
}

export interface EncodedResources {
  readonly resources: readonly EncodedResource[];
  /** Set index by class resource; absent when no rule counts its rooms. */
  readonly setOfResource: ReadonlyMap<number, number>;
  readonly sets: readonly EncodedSet[];
  /** Score of the empty timetable. */
  readonly emptyHard: number;
  readonly emptySoft: number;
}

/** Writes the shape tables of all resources and says where they are. */
export function encodeResources(problem: Problem, image: ImageWriter): EncodedResources {
  const levels = [false, true].map((hard) => ({
    days: byMember(measuresOf(problem, 'dayShape', hard), (rule) => rule.resources),
    weeks: byMember(measuresOf(problem, 'weekShape', hard), (rule) => rule.resources),
    slots: byMember(measuresOf(problem, 'resourceSlot', hard), (rule) => rule.resources),
    sets: byMember(measuresOf(problem, 'setShape', hard), (rule) => rule.resources),
  }));
  const [soft, hard] = levels as [(typeof levels)[0], (typeof levels)[0]];
  const tables = new DayTables(problem);
  // many resources share a table: looking for an equal one each time would read all of it
  const offsets = new Map<ShapeTable, number>();
  const place = (table: ShapeTable) => {
    const offset = offsets.get(table) ?? image.row(table.values, true);
    offsets.set(table, offset);
    return offset;
  };
  const weekMeasures = new WeekMeasureEncoder(problem, image);
  const slotCounts = new SlotCountEncoder(problem, image);
  let emptyHard = 0;
  let emptySoft = 0;
  const resources = problem.resources.map((resource): EncodedResource => {
    const softDay = encodeDays(problem, image, tables, place, soft.days.get(resource.index) ?? [], resource.index);
    const hardDay = encodeDays(problem, image, tables, place, hard.days.get(resource.index) ?? [], resource.index);
    const softWeek = weekTable(problem, soft.weeks.get(resource.index) ?? [], resource.index);
    const hardWeek = weekTable(problem, hard.weeks.get(resource.index) ?? [], resource.index);
    const softMeasures = weekMeasures.encode(resource.index, 'soft');
    const hardMeasures = weekMeasures.encode(resource.index, 'hard');
    emptySoft += (softWeek?.[0] ?? 0) * problem.axis.weekClassCount + softMeasures.empty;
    emptyHard += (hardWeek?.[0] ?? 0) * problem.axis.weekClassCount + hardMeasures.empty;
    return {
      softDays: softDay.offset,
      hardDays: hardDay.offset,
      softWeek: softWeek === null ? 0 : image.row(softWeek, true),
      hardWeek: hardWeek === null ? 0 : image.row(hardWeek, true),
      softCells: cellRow(problem, soft.slots.get(resource.index) ?? []),
      hardCells: cellRow(problem, hard.slots.get(resource.index) ?? []),
      dayGain: softDay.gain,
      softDayMost: softDay.most,
      hardDayMost: hardDay.most,
      weekGain: softWeek === null ? 0 : spread(softWeek) * problem.axis.weekClassCount,
      softMeasures,
      hardMeasures,
      softCounts: slotCounts.encode(resource, 'soft'),
      hardCounts: slotCounts.encode(resource, 'hard'),
    };
  });
  const sets = encodeSets(problem, image, soft.sets, hard.sets);
  return {
    resources,
    sets: sets.list,
    setOfResource: sets.setOfResource,
    emptyHard: emptyHard + sets.emptyHard,
    emptySoft: emptySoft + sets.emptySoft,
  };
}

/** The most that moving an event of so many slots can lower what soft rules say of a resource's weeks and slots. */
export function measureGain({ softMeasures, softCounts }: EncodedResource, slots: number): number {
  return Math.min(softMeasures.mostGain, softMeasures.gainOfSlot * slots) + softCounts.gainOfSlot * slots;
}

/** A list of table offsets by day index, the last for the spare day "nowhere". */
function encodeDays(
  problem: Problem,
  image: ImageWriter,
  tables: DayTables,
  place: (table: ShapeTable) => number,
  measures: readonly BoundMeasure<'dayShape'>[],
  resource: number,
): { readonly offset: number; readonly gain: number; readonly most: number } {
  if (measures.length === 0) return { offset: 0, gain: 0, most: 0 };
  const { dayCount, dayIndexCount, weekClassCount } = problem.axis;
  const offsets = new Int32Array(dayIndexCount + 1);
  let gain = 0;
  let most = 0;
  for (let day = 0; day < dayCount; day++) {
    const table = tables.table(measures, resource, day);
    const offset = place(table);
    gain = Math.max(gain, table.gain);
    most += table.most * weekClassCount;
    for (let dayIndex = day; dayIndex < dayIndexCount; dayIndex += dayCount) offsets[dayIndex] = offset;
  }
  offsets[dayIndexCount] = offsets[0] ?? 0;
  return { offset: gain === 0 ? 0 : image.row(offsets, true), gain, most };
}

function cellRow(problem: Problem, measures: readonly BoundMeasure<'resourceSlot'>[]): Int32Array | null {
  if (measures.length === 0) return null;
  const { dayIndexCount, slotCount, cellsAreSlots } = problem.axis;
  const row = new Int32Array(dayIndexCount * slotCount + 1);
  for (let cell = 0; cell < dayIndexCount * slotCount; cell++) {
    for (const { measure, context, unit } of measures) {
      row[cell] = (row[cell] ?? 0) + unit * measure.amount(Math.floor(cell / slotCount), cell % slotCount, context);
    }
  }
  const amounts = cellsAreSlots ? row : sumsByTime(problem, row);
  return amounts.some((value) => value !== 0) ? amounts : null;
}

function sumsByTime({ axis, times }: Problem, slots: Int32Array): Int32Array {
  const sums = new Int32Array(times.length + 1);
  for (const time of times) {
    for (const { dayIndex } of time.spans) {
      const first = dayIndex * axis.slotCount + time.start;
      for (let slot = first; slot < first + time.length; slot++) {
        sums[time.index] = (sums[time.index] ?? 0) + (slots[slot] ?? 0);
      }
    }
  }
  return sums;
}

function encodeSets(
  problem: Problem,
  image: ImageWriter,
  soft: ReadonlyMap<number, readonly BoundMeasure<'setShape'>[]>,
  hard: ReadonlyMap<number, readonly BoundMeasure<'setShape'>[]>,
) {
  const list: EncodedSet[] = [];
  const setOfResource = new Map<number, number>();
  let emptyHard = 0;
  let emptySoft = 0;
  for (const resource of problem.resources) {
    const most = resource.events.reduce((sum, event) => sum + (problem.events[event]?.roomCount ?? 0), 0);
    const softTable = setTable(soft.get(resource.index) ?? [], most);
    const hardTable = setTable(hard.get(resource.index) ?? [], most);
    if (softTable === null && hardTable === null) continue;
    emptySoft += softTable?.[0] ?? 0;
    emptyHard += hardTable?.[0] ?? 0;
    setOfResource.set(resource.index, list.length);
    list.push({
      soft: softTable === null ? 0 : image.row(softTable, true),
      hard: hardTable === null ? 0 : image.row(hardTable, true),
      gain: softTable === null ? 0 : spread(softTable),
    });
  }
  return { list, setOfResource, emptyHard, emptySoft };
}

/** Writes the resource records, with one more for "nobody". `profilesOf` are the profiles that always occupy each. */
export function writeResources(
  problem: Problem,
  image: ImageWriter,
  encoded: EncodedResources,
  profilesOf: readonly { readonly first: number; readonly count: number }[],
  isPooled: (resource: number) => boolean,
): number {
  const at = image.reserve((problem.resources.length + 1) * abi.RESOURCE_BYTES);
  problem.resources.forEach((resource, index) => {
    const record = at + index * abi.RESOURCE_BYTES;
    const item = encoded.resources[index];
    if (item === undefined) return;
    image.setAt(record + abi.RESOURCE_CAPACITY, resource.capacity);
    image.setAt(record + abi.RESOURCE_SOFT_DAYS, item.softDays);
    image.setAt(record + abi.RESOURCE_HARD_DAYS, item.hardDays);
    image.setAt(record + abi.RESOURCE_SOFT_WEEK, item.softWeek);
    image.setAt(record + abi.RESOURCE_HARD_WEEK, item.hardWeek);
    const days = item.softDays !== 0 || item.hardDays !== 0 ? abi.SHAPED_DAYS : 0;
    const weeks = item.softWeek !== 0 || item.hardWeek !== 0 ? abi.SHAPED_WEEKS : 0;
    const { softMeasures, hardMeasures } = item;
    const measures = softMeasures.offset !== 0 || hardMeasures.offset !== 0 ? abi.SHAPED_MEASURES : 0;
    const pooled = isPooled(index);
    const kept = pooled && !timesAreCells(problem) ? abi.SHAPED_KEPT : 0;
    image.setAt(record + abi.RESOURCE_SHAPED, days | weeks | measures | kept);
    image.setAt(record + abi.RESOURCE_SOFT_MEASURES, softMeasures.offset);
    image.setAt(record + abi.RESOURCE_HARD_MEASURES, hardMeasures.offset);
    image.setAt(record + abi.RESOURCE_SOFT_COUNTS, item.softCounts.offset);
    image.setAt(record + abi.RESOURCE_HARD_COUNTS, item.hardCounts.offset);
    image.setAt(record + abi.RESOURCE_HARD_CELLS, pooled && item.hardCells ? image.row(item.hardCells) : 0);
    image.setAt(record + abi.RESOURCE_SOFT_CELLS, pooled && item.softCells ? image.row(item.softCells) : 0);
    const profiles = profilesOf[index] ?? { first: 0, count: 0 };
    image.setAt(record + RESOURCE_FIRST_MEMBER, profiles.first);
    image.setAt(record + RESOURCE_MEMBER_COUNT, profiles.count);
    // no clash is about a set
    const occupying = resource.capacity === 0 ? { first: 0, count: 0 } : profiles;
    image.setAt(record + abi.RESOURCE_FIRST_PROFILE, occupying.first);
    image.setAt(record + abi.RESOURCE_PROFILE_COUNT, occupying.count);
  });
  return at;
}
