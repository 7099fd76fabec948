import type { MeetingTime } from '../../domain/problem.ts';
import { finish, type Steps } from '../../domain/steps.ts';
import type { Assignment } from '../../domain/timetable.ts';
import type { MoveChain, Obstacle, Place, Places } from './answers.ts';
import { askedTimes, offReason } from './asked-times.ts';
import type { Position } from './board.ts';
import { findChain, inTheWay, longestChain } from './chains.ts';
import type { Desk } from './desk.ts';
import type { Found } from './finder.ts';
import { obstaclesOf } from './obstacles.ts';

type Blocked = Extract<Place, { readonly kind: 'blocked' }>;

/** What every place would mean for an event. Chains are looked for as long as `looks` positions allow. */
export function placesOf(desk: Desk, event: number, looks: number): Places {
  return finish(placesSteps(desk, event, looks));
}

/** `placesOf` in steps of one chain each; between two of them the desk is as it was. */
export function* placesSteps(desk: Desk, event: number, looks: number): Steps<Places> {
  const { problem, board } = desk;
  const present = board.positionOf(event);
  const away = desk.away(event);
  const hardAway = board.peek(event, away).hard;
  const judge = new Judge(desk, event, present, hardAway);
  const places: Place[] = [];
  const positions = new Map<Place, Position>();
  for (const index of askedTimes(problem, event)) {
    const time = problem.times[index];
    if (time === undefined) continue;
    const found = judge.found(index);
    const place = judge.place(time, found);
    places.push(place);
    positions.set(place, found.position);
  }
  desk.follow(event);
  const mostHard = board.score.hard + Math.min(0, hardAway);
  return { event, places: yield* withChains(desk, event, places, positions, mostHard, looks) };
}

/** Says what one place is for an event. While it does, the evaluator has the event somewhere else than the kernel. */
class Judge {
  readonly #desk: Desk;
  readonly #event: number;
  readonly #present: Position;
  readonly #hardAway: number;
  readonly #away: Assignment;

  constructor(desk: Desk, event: number, present: Position, hardAway: number) {
    this.#desk = desk;
    this.#event = event;
    this.#present = present;
    this.#hardAway = hardAway;
    this.#away = desk.board.assignmentFor(event, desk.away(event));
  }

  found(time: number): Found {
    return time === this.#present.time
      ? { position: this.#present, change: { unplaced: 0, hard: 0, soft: 0 } }
      : this.#desk.finder.best(this.#event, time);
  }

  place(time: MeetingTime, { position, change }: Found): Place {
    const { problem, board } = this.#desk;
    const assignment = board.assignmentFor(this.#event, position);
    const base = { time: time.index, assignment, change };
    const obstacles = this.#obstacles(assignment, change.hard);
    if (time.index === this.#present.time) return { ...base, kind: 'present', obstacles };
    const reason = offReason(problem, this.#event, time);
    if (reason !== null) return { ...base, kind: 'off', reason, obstacles };
    if (obstacles.some(({ kind }) => kind === 'unavailable')) {
      return { ...base, kind: 'off', reason: 'unavailable', obstacles };
    }
    return obstacles.length === 0 ? { ...base, kind: 'free' } : { ...base, kind: 'blocked', obstacles };
  }

  /** What is broken by being there, else what is broken by leaving; none where the kernel counts no hard unit more. */
  #obstacles(assignment: Assignment, hard: number): Obstacle[] {
    const { problem, board, around } = this.#desk;
    const event = this.#event;
    if (hard > this.#hardAway || around.mayMendByPlacing(event, around.resourcesAt(event, assignment))) {
      const obstacles = obstaclesOf(problem, around, event, this.#away, assignment);
      if (obstacles.length > 0) return obstacles;
    }
    if (hard <= 0) return [];
    return obstaclesOf(problem, around, event, board.assignmentFor(event, this.#present), assignment);
  }
}

/** Blocked places that a chain makes possible, the short chains first. */
function* withChains(
  desk: Desk,
  event: number,
  places: readonly Place[],
  positions: ReadonlyMap<Place, Position>,
  mostHard: number,
  looks: number,
): Steps<Place[]> {
  const until = desk.finder.looks + looks;
  const chains = new Map<Place, MoveChain>();
  const blocked = places.filter((place): place is Blocked => place.kind === 'blocked');
  const rounds = [
    { blockerCount: 1, most: 2 },
    { blockerCount: 2, most: longestChain },
    { blockerCount: 1, most: longestChain },
  ];
  for (const { blockerCount, most } of rounds) {
    for (const place of blocked) {
      const blockers = inTheWay(place.obstacles);
      const position = positions.get(place);
      if (desk.finder.looks >= until) break;
      if (blockers?.length !== blockerCount || position === undefined || chains.has(place)) continue;
      const chain = findChain(desk, event, position, blockers, mostHard, most);
      if (chain !== null) chains.set(place, chain);
      yield;
    }
  }
  return places.map((place) => {
    const chain = chains.get(place);
    return place.kind === 'blocked' && chain !== undefined ? { ...place, kind: 'swap', chain } : place;
  });
}
