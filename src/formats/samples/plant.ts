import type { ProblemData } from '../../domain/problem-data.ts';
import type { Random } from '../../domain/random.ts';
import type { AssignmentData, TimetableData } from '../../domain/timetable.ts';

/** Something to be put into one of its options; two may not claim the same key. */
export interface Seedling {
  readonly options: readonly Option[];
}

/** A choice of time, room and people, and what it occupies (`<room>/<day>/<slot>` and the like). */
export interface Option extends Omit<AssignmentData, 'eventId'> {
  readonly keys: readonly string[];
}

/** A sample and the timetable it was made around. */
export interface PlantedSample {
  readonly problem: ProblemData;
  readonly timetable: TimetableData;
}

/**
 * Finds one option for each item without two claiming a key, so that a sample is known to have a timetable: puts one
 * item after the other where it disturbs least, and takes out whom it disturbs. Returns the chosen option of each item,
 * or null when it does not end in time.
 */
export function plant(items: readonly Seedling[], random: Random, patience = 200_000): readonly number[] | null {
  const owner = new Map<string, number>();
  const chosen = items.map(() => -1);
  const disturbed = items.map(() => 0);
  // Few options first: they find their place while there still is one.
  const waiting = items.map((_, item) => item).sort((a, b) => optionCount(items, b) - optionCount(items, a));
  for (let step = 0; waiting.length > 0; step++) {
    if (step > patience) return null;
    const item = waiting.pop() as number;
    const option = leastDisturbing(items, item, owner, disturbed, random);
    for (const key of items[item]?.options[option]?.keys ?? []) {
      const other = owner.get(key);
      if (other !== undefined) {
        for (const held of items[other]?.options[chosen[other] as number]?.keys ?? []) owner.delete(held);
        chosen[other] = -1;
        disturbed[other] = (disturbed[other] ?? 0) + 1;
        waiting.unshift(other);
      }
      owner.set(key, item);
    }
    chosen[item] = option;
  }
  return chosen;
}

/** The chosen options as a timetable of the events, which are in the order of the items. */
export function plantedTimetable(
  events: ProblemData['events'],
  items: readonly Seedling[],
  chosen: readonly number[],
): TimetableData {
  return {
    assignments: events.map((event, item) => {
      const { keys: _, ...assignment } = items[item]?.options[chosen[item] ?? -1] ?? {
        keys: [],
        roomIds: [],
        instructorIds: [],
      };
      return { eventId: event.id, ...assignment };
    }),
  };
}

function optionCount(items: readonly Seedling[], item: number): number {
  return items[item]?.options.length ?? 0;
}

/** Who was disturbed often is spared, so that the search does not go in circles. */
function leastDisturbing(
  items: readonly Seedling[],
  item: number,
  owner: ReadonlyMap<string, number>,
  disturbed: readonly number[],
  random: Random,
): number {
  const options = items[item]?.options ?? [];
  const tries = Math.min(options.length, 400);
  const offset = random.below(Math.max(1, options.length));
  let best = offset;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < tries && least > 0; step++) {
    const index = tries < options.length ? random.below(options.length) : (offset + step) % options.length;
    let harm = 0;
    for (const key of options[index]?.keys ?? []) {
      const other = owner.get(key);
      if (other !== undefined) harm += 1 + (disturbed[other] ?? 0);
    }
    if (harm < least) {
      least = harm;
      best = index;
    }
  }
  return best;
}
