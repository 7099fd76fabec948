import type { Problem, Sectioning } from '../domain/problem.ts';

/**
 * Who attends what before any time is known: students who ask for the same courses stay together, because two events
 * without a common student never conflict. One student after the other, those alike in a row, takes for each course the
 * option with room left that adds the fewest new pairs of events with common students. Where no option has room, the
 * least excess: the search mends it. Returns an option for each request, -1 where there is none.
 */
export function firstSectioning(problem: Problem): number[] {
  const { sectioning } = problem;
  if (sectioning === null) return [];
  const choices = new Array<number>(sectioning.requests.length).fill(-1);
  const room = [...sectioning.limitOf];
  const size = problem.events.length;
  const isCommon = new Uint8Array(size * size);
  for (const student of alikeInARow(sectioning)) {
    const first = sectioning.firstRequestOf[student] ?? 0;
    const last = sectioning.firstRequestOf[student + 1] ?? first;
    // whoever has no choice first: the others can follow
    const order = Array.from({ length: last - first }, (_, at) => first + at).sort(
      (a, b) => optionsOf(sectioning, a).length - optionsOf(sectioning, b).length || a - b,
    );
    const attended: number[] = [];
    for (const request of order) {
      const options = optionsOf(sectioning, request);
      const choice = bestOption(options, attended, room, isCommon, size);
      choices[request] = choice;
      for (const event of options[choice] ?? []) {
        room[event] = (room[event] ?? 0) - 1;
        for (const other of attended) {
          isCommon[event * size + other] = 1;
          isCommon[other * size + event] = 1;
        }
        attended.push(event);
      }
    }
  }
  return choices;
}

function optionsOf({ requests, optionsOf }: Sectioning, request: number): readonly (readonly number[])[] {
  return optionsOf[requests[request]?.course ?? -1] ?? [];
}

/** Students ordered by the courses they ask for. */
function alikeInARow({ requests, firstRequestOf }: Sectioning): number[] {
  const keyOf = firstRequestOf.slice(0, -1).map((first, student) =>
    requests
      .slice(first, firstRequestOf[student + 1])
      .map(({ course }) => String(course).padStart(6, '0'))
      .sort()
      .join(),
  );
  return keyOf.map((_, student) => student).sort((a, b) => compare(keyOf[a] ?? '', keyOf[b] ?? '') || a - b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function bestOption(
  options: readonly (readonly number[])[],
  attended: readonly number[],
  room: readonly number[],
  isCommon: Uint8Array,
  size: number,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  options.forEach((option, index) => {
    let cost = 0;
    for (const event of option) {
      if ((room[event] ?? 0) <= 0) cost += 1_000_000;
      for (const other of attended) cost += isCommon[event * size + other] === 1 ? 0 : 1;
    }
    if (cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
}
