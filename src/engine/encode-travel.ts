import * as abi from '../../assembly/abi.ts';
import type { MeetingTime, Problem } from '../domain/problem.ts';
import type { ImageWriter } from './image.ts';

/** The kernel compares ways by their rank, in a byte. */
const mostWays = 254;
const waysOf = new WeakMap<Problem, readonly number[]>();
type Enough = (first: MeetingTime, second: MeetingTime) => number;
/** Files have hundreds of rules that share a table. */
const tablesOf = new WeakMap<Problem, Map<Enough, Uint8Array>>();

/** The different minutes between rooms, ascending; 0 first. Throws when there are too many for the kernel. */
function ways(problem: Problem): readonly number[] {
  const known = waysOf.get(problem);
  if (known !== undefined) return known;
  const list = [...new Set([0, ...(problem.travel ?? [])])].sort((a, b) => a - b);
  if (list.length > mostWays) {
    throw new Error(`The rooms are ${list.length} different ways apart; the kernel holds ${mostWays}.`);
  }
  waysOf.set(problem, list);
  return list;
}

/** Ranks of the ways between rooms, see SECTION_TRAVEL. */
export function writeTravel(problem: Problem, image: ImageWriter): void {
  if (problem.travel === null) return;
  const rankOf = new Map(ways(problem).map((minutes, rank) => [minutes, rank]));
  const ranks = Uint8Array.from(problem.travel, (minutes) => rankOf.get(minutes) ?? 0);
  image.setWord(abi.SECTION_TRAVEL, image.bytes(ranks));
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
