import type { Problem } from './problem.ts';

/**
 * Ids of plain blocks (one day, `length` slots): `<day id>@<slot>`, then `+<length>` unless 1, then `/w<weeks>` unless
 * every week. Where an event is known, the bare `<day id>@<slot>` means the block of the event's own duration and weeks.
 */
export function plainTimeId(dayId: string, slot: number, length: number, weeks: readonly number[] | null): string {
  return `${dayId}@${slot}${length === 1 ? '' : `+${length}`}${weeks === null ? '' : `/w${weeks.join(',')}`}`;
}

export interface PlainBlock {
  readonly dayId: string;
  readonly slot: number;
  readonly length: number;
  /** Null for every week. */
  readonly weeks: readonly number[] | null;
}

/** An event's own block: the duration and weeks that a bare id takes. */
export interface OwnBlock {
  readonly length: number;
  readonly weeks: readonly number[] | null;
}

const plainForm = /^(.+)@(\d{1,4})(?:\+(\d{1,4}))?(?:\/w(\d{1,4}(?:,\d{1,4})*))?$/;

/** The block that an id of the plain form means for an event, or null when it has another form. */
export function parsePlainId(id: string, own: OwnBlock): PlainBlock | null {
  const match = plainForm.exec(id);
  if (match === null) return null;
  const [, dayId = '', slot = '', length, weeks] = match;
  if (length === undefined && weeks === undefined) return { dayId, slot: Number(slot), ...own };
  return {
    dayId,
    slot: Number(slot),
    length: length === undefined ? 1 : Number(length),
    weeks: weeks === undefined ? null : weeks.split(',').map(Number),
  };
}

/** Sorted weeks, or null when they are all of the cycle. */
export function weekSubset(weeks: readonly number[] | undefined, weekCount: number): readonly number[] | null {
  if (weeks === undefined) return null;
  const sorted = [...new Set(weeks)].sort((a, b) => a - b);
  return sorted.length === weekCount ? null : sorted;
}

const indexCache = new WeakMap<Problem, ReadonlyMap<string, number>>();

function timeIndex(problem: Problem): ReadonlyMap<string, number> {
  let index = indexCache.get(problem);
  if (index === undefined) {
    index = new Map(problem.times.map((time) => [time.id, time.index]));
    indexCache.set(problem, index);
  }
  return index;
}

function ownBlock(problem: Problem, event: number): OwnBlock {
  return {
    length: problem.events[event]?.duration ?? 1,
    weeks: weekSubset(problem.data.events[event]?.weeks, problem.data.calendar.weekCount),
  };
}

/** The meeting time that an id means for an event, or -1. */
export function resolveTime(problem: Problem, event: number, id: string): number {
  const index = timeIndex(problem);
  const block = parsePlainId(id, ownBlock(problem, event));
  const plainId = block === null ? null : plainTimeId(block.dayId, block.slot, block.length, block.weeks);
  return (plainId === null ? undefined : index.get(plainId)) ?? (block === null ? index.get(id) : undefined) ?? -1;
}

/** The shortest id that `resolveTime` reads back as this time for this event. */
export function timeIdFor(problem: Problem, event: number, time: number): string {
  const row = problem.times[time];
  if (row === undefined) return '';
  const own = ownBlock(problem, event);
  const block = parsePlainId(row.id, { length: 1, weeks: null });
  if (block === null) return row.id;
  const bare = plainTimeId(block.dayId, block.slot, 1, null);
  if (resolveTime(problem, event, bare) === time) return bare;
  // The block of one slot in every week is spelled out for an event whose own block is another one.
  return row.id === bare && own.length + (own.weeks === null ? 0 : 1) > 1 ? `${bare}+1` : row.id;
}
