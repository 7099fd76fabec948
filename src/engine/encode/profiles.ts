import * as abi from '../../../assembly/abi/abi.ts';
import { PROFILE_PAIR_GAIN, PROFILE_REST_GAIN } from '../../../assembly/abi/blocks.ts';
import { mostOfEvent } from '../../domain/build/score-limits.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ImageWriter } from '../image.ts';
import type { Encoding } from './encoding.ts';
import type { EncodedEvents, Profile } from './events.ts';
import { slotsOf } from './genes.ts';
import { costRowBytes, distinct } from './records.ts';
import { measureGain } from './resources.ts';
import { isPlain } from './screen.ts';
import { shapeClasses } from './times.ts';

/** No move of one event wins more, see `encode`: larger bounds are only less exact. */
const largestGain = mostOfEvent;

/** Profile records; their lists are placed later by `placeLists`. */
export function writeProfiles(encoding: Encoding): number {
  const { problem, image, lists, events, resources } = encoding;
  const noRow = image.row(new Int32Array(problem.resources.length + 1), true);
  const at = image.reserve(events.profiles.length * abi.PROFILE_BYTES);
  const neighbours = neighboursOf(problem, events);
  const shapeClassOf = shapeClasses(problem);
  const clockGain = gainsByClock(problem) ? largestGain : 0;
  for (const profile of events.profiles) {
    const record = at + profile.index * abi.PROFILE_BYTES;
    const set = (field: number, value: number) => image.setAt(record + field, value);
    const setList = (field: number, items: readonly number[]) => {
      const { first, count } = lists.place(items);
      set(field, first);
      set(field + 4, count);
    };
    const domain = lists.place(profile.times);
    const having = (field: 'softDays' | 'hardDays' | 'softWeek' | 'hardWeek') =>
      profile.staticResources.filter((resource) => resources.resources[resource]?.[field] !== 0);
    const gains = gainsOf(encoding, profile, clockGain);
    const [gene] = profile.genes;
    const pool = gene === undefined ? { first: 0, count: 0 } : lists.place(gene.pool);
    set(abi.PROFILE_POOL, pool.first);
    set(abi.PROFILE_POOL_COUNT, pool.count);
    set(abi.PROFILE_ROOM_SOFT, (gene?.softRow || noRow) - (gene?.base ?? 0) * 4);
    set(abi.PROFILE_PLAIN_GAIN, Math.min(largestGain, gains.all - gains.rows));
    set(abi.PROFILE_TIMES, domain.first);
    set(abi.PROFILE_TIME_COUNT, domain.count);
    set(abi.PROFILE_TIME_ALLOWED, profile.timeAllowed);
    set(abi.PROFILE_TIME_HARD, profile.timeHard);
    set(abi.PROFILE_TIME_SOFT, profile.timeSoft);
    set(abi.PROFILE_CELL_HARD, profile.cellHard);
    setList(abi.PROFILE_FIRST_STATIC, profile.staticResources);
    setList(abi.PROFILE_FIRST_SOFT_SHAPE, having('softDays'));
    setList(abi.PROFILE_FIRST_HARD_SHAPE, having('hardDays'));
    setList(abi.PROFILE_FIRST_SOFT_WEEK, having('softWeek'));
    setList(abi.PROFILE_FIRST_HARD_WEEK, having('hardWeek'));
    set(abi.PROFILE_SOFT_GAIN, Math.min(largestGain, gains.all));
    set(PROFILE_PAIR_GAIN, Math.min(largestGain, gains.pairs));
    set(PROFILE_REST_GAIN, Math.min(largestGain, gains.rest));
    set(abi.PROFILE_SHAPE_GAIN, Math.min(largestGain, gains.shapes));
    set(abi.PROFILE_SHAPE_CLASS, shapeClassOf(profile));
    setList(abi.PROFILE_FIRST_EVENT, profile.events);
    setList(abi.PROFILE_FIRST_NEIGHBOUR, neighbours[profile.index] ?? []);
    set(abi.PROFILE_LENGTH, profile.length);
  }
  image.setWord(abi.SECTION_PROFILES, at);
  return at;
}

/** Completes the profiles with what is known only when the lists have their place: where their own lists start. */
export function placeLists(
  problem: Problem,
  image: ImageWriter,
  profiles: readonly Profile[],
  profilesAt: number,
  listsAt: number,
): void {
  for (const profile of profiles) {
    const record = profilesAt + profile.index * abi.PROFILE_BYTES;
    for (const field of [abi.PROFILE_TIMES, abi.PROFILE_POOL]) {
      image.setAt(record + field, listsAt + image.wordAt(record + field) * 4);
    }
    image.setAt(record + abi.PROFILE_IS_PLAIN, isPlain(problem, profile) ? 1 : 0);
    image.setAt(record + abi.PROFILE_COST_ROW, profile.index * costRowBytes(problem));
  }
}

/** Upper bounds of what one move of an event of the profile can win on soft rules. */
function gainsOf({ problem, resources, pairs }: Encoding, profile: Profile, clockGain: number) {
  const event = problem.events[profile.events[0] ?? 0];
  const slots = event === undefined ? 1 : slotsOf(problem, event);
  let shapes = 0;
  let all = profile.timeGain;
  // whose present costs nobody keeps
  let rest = clockGain;
  for (const resource of profile.staticResources) {
    const item = resources.resources[resource];
    shapes += (item?.dayGain ?? 0) * slots;
    if (item !== undefined) all += item.weekGain + measureGain(item, slots);
    rest += (item?.softCounts.gainOfSlot ?? 0) * slots;
    const set = resources.setOfResource.get(resource);
    const distinctRooms = set === undefined ? 0 : (resources.sets[set]?.gain ?? 0);
    all += distinctRooms;
    rest += distinctRooms;
  }
  for (const gene of profile.genes) {
    all += gene.gain;
    rest += gene.restGain;
  }
  const rows = profile.genes.reduce((sum, gene) => sum + gene.rowGain, 0);
  let pairGain = 0;
  for (const member of profile.events) {
    pairGain = Math.max(pairGain, (pairs.gainOf[member] ?? 0) + (pairs.instructors.gainOf[member] ?? 0));
  }
  return { shapes, rows, rest, pairs: pairGain, all: all + shapes + pairGain + clockGain };
}

/** True when soft rules by the clock, on changes of room, or students, may gain by a move: nobody says how much. */
function gainsByClock({ rules }: Problem): boolean {
  const terms = ['intervals', 'roomChanges', 'attendance'];
  return rules.some((rule) => !rule.hard && rule.definition.measures.some(({ term }) => terms.includes(term)));
}

/** Profiles that share a clashing static resource with each profile, itself included when it has several events. */
function neighboursOf(problem: Problem, events: EncodedEvents): number[][] {
  const sets = events.profiles.map(() => new Set<number>());
  for (const resource of problem.resources) {
    if (resource.capacity === 0) continue;
    const here = distinct(resource.events.map((event) => events.profileOf[event]?.index ?? 0));
    for (const first of here) for (const second of here) sets[first]?.add(second);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}
