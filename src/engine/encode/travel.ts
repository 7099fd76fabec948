import * as abi from '../../../assembly/abi/abi.ts';
import { anotherRoom, travelMinutes } from '../../domain/constraints/travel.ts';
import type { MeetingTime, Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import { measuresOf } from '../tabulate.ts';

/** The kernel compares ways by their rank, in a byte. */
const mostWays = 254;
const waysOf = new WeakMap<Problem, readonly number[]>();
type Enough = (first: MeetingTime, second: MeetingTime) => number;
/** Files have hundreds of rules that share a table. */
const tablesOf = new WeakMap<Problem, Map<Enough, Uint8Array>>();

/**
 * The different minutes between rooms, ascending; 0 first, then what a change of room takes when somebody asks for it.
 * Throws when there are too many for the kernel.
 */
function ways(problem: Problem): readonly number[] {
  const known = waysOf.get(problem);
  if (known !== undefined) return known;
  const change = asksRooms(problem) ? [anotherRoom] : [];
  const list = [...new Set([0, ...change, ...(problem.travel ?? [])])].sort((a, b) => a - b);
  if (list.length > mostWays) {
    throw new Error(`The rooms are ${list.length} different ways apart; the kernel holds ${mostWays}.`);
  }
  waysOf.set(problem, list);
  return list;
}

function asksRooms(problem: Problem): boolean {
  return [...measuresOf(problem, 'travelPair', true), ...measuresOf(problem, 'travelPair', false)].some(
    ({ measure, context }) => measure.asksRooms === true && !isEmpty(measure.pairs(context)),
  );
}

function isEmpty(items: Iterable<unknown>): boolean {
  for (const _ of items) return false;
  return true;
}

/** Ranks of the ways between rooms, see SECTION_TRAVEL. */
export function writeTravel(problem: Problem, image: ImageWriter): void {
  const list = ways(problem);
  if (list.length === 1 && problem.travel === null) return;
  // a change of room has the rank of no way where nobody asks for it
  const rankOf = new Map(list.map((minutes, rank) => [minutes, rank]));
  const rooms = [...problem.rooms.keys()];
  const ranks = rooms.flatMap((from) => rooms.map((to) => rankOf.get(travelMinutes(problem, from, to)) ?? 0));
  image.setWord(abi.SECTION_TRAVEL, image.bytes(Uint8Array.from(ranks)));
}

/** By two times, "nowhere" included, the rank of the shortest way that is long enough, see PAIR_TRAVEL. */
export function enoughTable(problem: Problem, enough: Enough): Uint8Array {
  const known = tablesOf.get(problem) ?? new Map<Enough, Uint8Array>();
  tablesOf.set(problem, known);
  const table = known.get(enough) ?? makeTable(problem, enough);
  known.set(enough, table);
  return table;
}

function makeTable(problem: Problem, enough: Enough): Uint8Array {
  const { times } = problem;
  const size = times.length + 1;
  const list = ways(problem);
  const table = new Uint8Array(size * size).fill(abi.NO_WAY);
  for (const first of times) {
    for (const second of times) {
      const minutes = enough(first, second);
      const rank = minutes === 0 ? 0 : list.findIndex((way) => way >= minutes);
      if (rank >= 0) table[first.index * size + second.index] = rank;
    }
  }
  return table;
}
