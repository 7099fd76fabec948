import type { Axis, MeetingTime } from '../problem.ts';

/**
 * Long days: cells in place of slots. At every moment some meeting times meet; moments with the same ones are one cell,
 * and a cell all of whose times meet in another one, too, says nothing new. What is left still has a common cell for
 * any two times that clash, and is few: 541 cells in place of 4,620 slots in a faculty with 789 times, 9 for a time.
 */
export function sharedCells(
  axis: Axis,
  times: readonly MeetingTime[],
): { readonly axis: Axis; readonly times: MeetingTime[] } {
  const moments = momentsOf(times);
  moments.sort((a, b) => b.times.length - a.times.length || a.cell - b.cell);
  const words = Math.ceil(times.length / 32);
  const kept: Moment[] = [];
  const bitsOf: Uint32Array[] = [];
  const keptOfTime: number[][] = times.map(() => []);
  for (const moment of moments) {
    const rarest = moment.times.reduce((best, time) =>
      (keptOfTime[time]?.length ?? 0) < (keptOfTime[best]?.length ?? 0) ? time : best,
    );
    if (keptOfTime[rarest]?.some((cell) => containsAll(bitsOf[cell], moment.times))) continue;
    for (const time of moment.times) keptOfTime[time]?.push(kept.length);
    bitsOf.push(bitSet(moment.times, words));
    kept.push(moment);
  }
  // in the order of the calendar, so that neighbouring cells lie near each other
  const order = kept.map((_, cell) => cell).sort((a, b) => (kept[a]?.cell ?? 0) - (kept[b]?.cell ?? 0));
  const numberOf: number[] = [];
  for (const [number, cell] of order.entries()) numberOf[cell] = number;
  return {
    axis: {
      ...axis,
      cellCount: kept.length,
      dayIndexOfCell: order.map((cell) => Math.floor((kept[cell]?.cell ?? 0) / axis.slotCount)),
    },
    times: times.map((time) => ({
      ...time,
      cells: (keptOfTime[time.index] ?? []).map((cell) => numberOf[cell] ?? 0).sort((a, b) => a - b),
    })),
  };
}

/** The slot where a set of times meets first, and who they are, ascending. */
interface Moment {
  readonly cell: number;
  readonly times: readonly number[];
}

/** Each different set of times that meet in a slot, once. */
function momentsOf(times: readonly MeetingTime[]): Moment[] {
  const meeting = new Map<number, number[]>();
  for (const time of times) {
    for (const cell of time.cells) {
      const here = meeting.get(cell);
      if (here === undefined) meeting.set(cell, [time.index]);
      else here.push(time.index);
    }
  }
  const known = new Map<string, Moment>();
  for (const [cell, here] of [...meeting].sort((a, b) => a[0] - b[0])) {
    const key = here.join();
    if (!known.has(key)) known.set(key, { cell, times: here });
  }
  return [...known.values()];
}

function bitSet(items: readonly number[], words: number): Uint32Array {
  const bits = new Uint32Array(words);
  for (const item of items) bits[item >>> 5] = (bits[item >>> 5] ?? 0) | (1 << (item & 31));
  return bits;
}

function containsAll(bits: Uint32Array | undefined, items: readonly number[]): boolean {
  return items.every((item) => (((bits?.[item >>> 5] ?? 0) >>> (item & 31)) & 1) === 1);
}
