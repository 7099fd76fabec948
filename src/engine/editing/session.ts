import type { Event, Problem } from '../../domain/problem.ts';
import type { Score } from '../../domain/score.ts';
import { finish, type Steps } from '../../domain/steps.ts';
import type { Assignment, Timetable } from '../../domain/timetable.ts';
import type { Choice, EventMove, FixRequest, Places, RoomChanges, Suggestion, WhyNot, WorstEvent } from './answers.ts';
import { Board } from './board.ts';
import { instructorChoices, roomChoices } from './choices.ts';
import { Desk } from './desk.ts';
import { LocalSearch } from './local-search.ts';
import { placesOf } from './places.ts';
import { isNarrowed } from './relocked.ts';
import { roomChanges } from './room-places.ts';
import { suggestionsFor, worstEvent } from './suggestions.ts';
import { lockedEvents, unlocked } from './unlocked.ts';
import { whyNot } from './why-not.ts';

/** Positions that the search for chains looks at, for the colours of a grid and for suggestions; a look takes longer in long days. */
const looksForPlaces = 3_000;
const looksForLongDays = 800;
const looksForSuggestions = 60_000;
const warmUpEvents = 100;
/** With more changes than this, the timetable is loaded anew. */
const mostChanges = 50;

/** One timetable of one problem under the hands of a person: it stays loaded, and questions about it are answered. */
export class EditingSession {
  #problem: Problem;
  /** What the kernel was given: without the locks of times and rooms, so that any of them can come and go. */
  readonly #encoded: Problem;
  readonly #board: Board;
  #desk: Desk;
  #timetable: Timetable;
  /** Who has something else than the timetable on the board. */
  #holder: LocalSearch | null = null;

  /** Throws when the problem cannot be searched: its scores are too large, or the memory cannot be had. */
  constructor(module: WebAssembly.Module, problem: Problem, timetable: Timetable) {
    this.#problem = problem;
    this.#encoded = unlocked(problem);
    this.#board = new Board(module, this.#encoded);
    this.#board.relock(problem, lockedEvents(problem));
    this.#timetable = timetable;
    this.#board.load(timetable);
    this.#desk = new Desk(this.#board, timetable);
  }

  get problem(): Problem {
    return this.#problem;
  }

  get timetable(): Timetable {
    return this.#timetable;
  }

  /** Another timetable of the same problem. */
  load(timetable: Timetable): void {
    this.#holder?.leave();
    this.#holder = null;
    this.#timetable = timetable;
    this.#board.load(timetable);
    this.#desk = new Desk(this.#board, timetable);
  }

  /** Brings some events to where they are now; the others and the enrolment stay. */
  update(changes: readonly EventMove[]): void {
    const assignments = [...this.#timetable.assignments];
    for (const { event, assignment } of changes) assignments[event] = assignment;
    const timetable = { ...this.#timetable, assignments };
    if (changes.length > mostChanges) {
      this.load(timetable);
      return;
    }
    this.#settle();
    for (const { event, assignment } of changes) {
      this.#desk.put(event, this.#board.positionFor(event, assignment));
    }
    this.#desk.keep();
    this.#timetable = timetable;
  }

  /** Takes over the locks of events (see `relockedEvents`); false when the problem has to be opened anew for that. */
  relock(events: readonly Event[]): boolean {
    const fits = events.every((event) => {
      const encoded = this.#encoded.events[event.index];
      return encoded !== undefined && isNarrowed(encoded, event);
    });
    if (!fits) return false;
    const all = [...this.#problem.events];
    for (const event of events) all[event.index] = event;
    this.#problem = { ...this.#problem, events: all };
    this.#settle();
    this.#board.relock(
      this.#problem,
      events.map(({ index }) => index),
    );
    this.#desk = new Desk(this.#board, this.#timetable);
    return true;
  }

  /** Asks itself questions, one a step: the first ones take ten times as long, and nobody waits for these. */
  *warmUp(): Steps<void> {
    const step = Math.max(1, Math.floor(this.#problem.events.length / warmUpEvents));
    for (let event = 0; event < this.#problem.events.length; event += step) {
      const [place] = this.places(event).places;
      if (place !== undefined) this.whyNot(event, place.assignment);
      yield;
    }
  }

  score(): Score {
    this.#settle();
    return this.#board.score;
  }

  places(event: number): Places {
    this.#settle();
    return placesOf(this.#desk, event, this.#problem.axis.cellsAreSlots ? looksForPlaces : looksForLongDays);
  }

  roomChanges(event: number, times: readonly number[], rooms: readonly number[]): RoomChanges {
    this.#settle();
    return roomChanges(this.#desk, event, times, rooms);
  }

  whyNot(event: number, assignment: Assignment): WhyNot {
    this.#settle();
    return whyNot(this.#desk, event, assignment);
  }

  /** `time` -1: where it is. */
  rooms(event: number, time: number, position = 0): Choice[] {
    this.#settle();
    return roomChoices(this.#desk, event, this.#timeOr(event, time), position);
  }

  instructors(event: number, time: number, position = 0): Choice[] {
    this.#settle();
    return instructorChoices(this.#desk, event, this.#timeOr(event, time), position);
  }

  suggestions(event: number, count: number): Suggestion[] {
    return finish(this.suggestionSteps(event, count));
  }

  /** `suggestions` in steps. Between two of them others may use the board, but the timetable stays. */
  *suggestionSteps(event: number, count: number): Steps<Suggestion[]> {
    this.#settle();
    const steps = suggestionsFor(this.#desk, event, count, looksForSuggestions);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      yield;
      this.#settle();
    }
  }

  worst(after?: number): WorstEvent | null {
    this.#settle();
    return worstEvent(this.#desk, after);
  }

  /** A local search from the present timetable; it goes on from there whatever is changed meanwhile. */
  beginFix(request: FixRequest): LocalSearch {
    this.#settle();
    return new LocalSearch(this.#board, this.#timetable, request);
  }

  /** Lets a search use the board. Between two turns, questions are answered as ever. */
  turn<T>(search: LocalSearch, work: (search: LocalSearch) => T): T {
    if (this.#holder !== search) {
      this.#holder?.leave();
      search.enter();
      this.#holder = search;
    }
    return work(search);
  }

  /** Brings the board back to the timetable. */
  #settle(): void {
    if (this.#holder === null) return;
    this.#holder.leave();
    this.#holder = null;
    this.#board.load(this.#timetable);
  }

  #timeOr(event: number, time: number): number {
    return time < 0 ? this.#board.timeOf(event) : time;
  }
}
