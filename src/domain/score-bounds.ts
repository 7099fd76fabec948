import { candidateEvents } from './candidate-events.ts';
import type { Measure, WeightedPair } from './constraints/definition.ts';
import type { IntervalShape } from './constraints/intervals.ts';
import type { ParamSpecs, ParamValues } from './constraints/params.ts';
import { dayViewOf } from './day-view.ts';
import { largestPenalty, mostCells } from './domain-facts.ts';
import type { DomainItem, Event, MeetingTime, Problem, Rule } from './problem.ts';
import { finish, type Steps } from './steps.ts';
import { daySets, weekAmountsOf, weekViewOf } from './week-view.ts';

type Params = ParamValues<ParamSpecs>;
type ShapeMeasure = Extract<Measure<Params>, { term: 'weekShape' | 'setShape' }>;

/** Upper bounds of what a timetable may cost at one level, and of what one event takes part in. */
export interface LevelBounds {
  /** No timetable of the problem costs more. */
  readonly total: number;
  /** Moving one event, with all that it is given, changes the cost by no more. */
  readonly ofEvent: number;
  /** One more event in a cell, wherever the others are, costs no more there by what it always occupies. */
  readonly ofCell: number;
}

export interface ScoreBounds {
  /** In weighted units of soft cost. */
  readonly soft: LevelBounds;
  /** In hard units; unplaced events are none. */
  readonly hard: LevelBounds;
}

/**
 * How large scores can get. The cost of a timetable is a sum over events (their own amounts), pairs (their amounts) and
 * resources (the shapes of their days and weeks, their sets), each of them between 0 and the largest that its tables
 * hold. So the sum of the largest ones bounds every total; and since moving an event leaves alone what is about others,
 * the largest ones of what it takes part in, before and after, bound the change. Numbers here are floating point: they
 * stay exact far beyond what a score may be.
 */
export function scoreBounds(problem: Problem, known: KnownMaxima = {}): ScoreBounds {
  return finish(scoreBoundsSteps(problem, known));
}

/** Largest amounts that whoever asks has found before: there may be millions of pairs of times, and of masks of days. */
export interface KnownMaxima {
  /** Of a measure over pairs; undefined where it is not known. */
  readonly pair?: (rule: Rule, measure: object) => number | undefined;
  /** Of what all rules at a level that are about the shape of days cost at a resource, over all days and week classes. */
  readonly days?: (resource: number, hard: boolean) => number;
}

/** A rule at each step. */
export function* scoreBoundsSteps(problem: Problem, known: KnownMaxima = {}): Steps<ScoreBounds> {
  const [soft, hard] = [false, true].map((level) => new LevelSum(problem, level, known)) as [LevelSum, LevelSum];
  for (const rule of problem.rules) {
    (rule.hard ? hard : soft).add(rule);
    yield;
  }
  return { soft: soft.bounds(), hard: hard.bounds() };
}

class LevelSum {
  readonly #problem: Problem;
  readonly #hard: boolean;
  readonly #known: KnownMaxima;
  /** By event: what is about it alone. */
  readonly #own: Float64Array;
  readonly #pairs: Float64Array;
  /** By resource: what is about all that it does. */
  readonly #shapes: Float64Array;
  /** By resource: what one event of one slot costs there. */
  readonly #slots: Float64Array;
  /** Of rules that look at all their events together: by event, what they may cost; and the sum over rules. */
  readonly #together: Float64Array;
  #togetherTotal = 0;
  readonly #most = new Map<string, number>();

  constructor(problem: Problem, hard: boolean, known: KnownMaxima) {
    this.#problem = problem;
    this.#known = known;
    this.#hard = hard;
    this.#own = new Float64Array(problem.events.length);
    this.#pairs = new Float64Array(problem.events.length);
    this.#together = new Float64Array(problem.events.length);
    this.#shapes = Float64Array.from(problem.resources, ({ index }) => known.days?.(index, hard) ?? 0);
    this.#slots = new Float64Array(problem.resources.length);
  }

  add(rule: Rule): void {
    for (const measure of rule.definition.measures) this.#add(rule, measure);
  }

  bounds(): LevelBounds {
    const { events, resourceOfRoom, resourceOfInstructor } = this.#problem;
    let total = this.#shapes.reduce((sum, value) => sum + value, this.#togetherTotal);
    let ofEvent = 0;
    let ofCell = 0;
    for (const event of events) {
      const slots = mostCells(this.#problem.times, event.times);
      let own = (this.#own[event.index] ?? 0) + (this.#hard ? slots : penaltiesOf(event));
      let shapes = 0;
      const hold = (resource: number) => {
        // a clash is one unit in each slot
        own += ((this.#slots[resource] ?? 0) + (this.#hard ? 1 : 0)) * slots;
        shapes += this.#shapes[resource] ?? 0;
      };
      for (const resource of event.staticResources) hold(resource);
      const inCell = event.staticResources.reduce((sum, resource) => sum + (this.#slots[resource] ?? 0) + 1, 1);
      ofCell = Math.max(ofCell, inCell);
      const choose = (items: Event['rooms'], resourceOf: readonly number[], count: number) => {
        let [slot, shape] = [0, 0];
        for (const { index } of items) {
          slot = Math.max(slot, this.#slots[resourceOf[index] ?? -1] ?? 0);
          shape = Math.max(shape, this.#shapes[resourceOf[index] ?? -1] ?? 0);
        }
        own += (slot + (this.#hard ? 1 : 0)) * slots * count;
        // who is left and who is taken
        shapes += 2 * shape * count;
      };
      choose(event.rooms, resourceOfRoom, event.roomCount);
      if (!event.instructorsFixed) choose(event.instructors, resourceOfInstructor, event.instructorCount);
      const pairs = this.#pairs[event.index] ?? 0;
      total += own + pairs / 2;
      ofEvent = Math.max(ofEvent, own + pairs + shapes + (this.#together[event.index] ?? 0));
    }
    return { total, ofEvent, ofCell };
  }

  #add(rule: Rule, measure: Measure<Params>): void {
    const problem = this.#problem;
    // `completeParams` has checked the values against the definition's specs.
    const context = { problem, rule, params: rule.params as Params };
    const unit = rule.hard ? 1 : rule.weight;
    switch (measure.term) {
      case 'unaryTime':
        this.#addOwn(rule, (event) => {
          if (measure.isAbout?.(event, context) === false) return 0;
          return largest(event.times, ({ index }) => {
            const time = problem.times[index];
            return time === undefined ? 0 : unit * measure.amount(event, time, context);
          });
        });
        break;
      case 'unaryRoom':
        this.#addOwn(rule, (event) => {
          if (measure.isAbout?.(event, context) === false) return 0;
          return event.roomCount * largest(event.rooms, ({ index }) => unit * measure.amount(event, index, context));
        });
        break;
      case 'unaryInstructor':
        this.#addOwn(rule, (event) => {
          if (measure.isAbout?.(event, context) === false) return 0;
          const amountOf = ({ index }: DomainItem) => unit * measure.amount(event, index, context);
          return event.instructorCount * largest(event.instructors, amountOf);
        });
        break;
      case 'timePair':
      case 'roomPair':
        this.#addPairs(measure.pairs(context), unit * this.#mostOfPair(rule, measure));
        break;
      case 'travelPair':
        this.#addPairs(measure.pairs(context), unit);
        break;
      case 'attendance':
        this.#addAttendance(unit);
        break;
      case 'intervals':
        this.#addIntervals(rule, measure.shape(context.params), unit);
        break;
      case 'roomChanges':
        addTo(this.#shapes, rule.resources, (resource) => unit * this.#mostChanges(resource));
        break;
      case 'resourceSlot': {
        const most = this.#mostOfSlot(rule, measure);
        addTo(this.#slots, rule.resources, () => unit * most);
        break;
      }
      case 'dayShape':
        if (this.#known.days !== undefined) break;
        addTo(this.#shapes, rule.resources, (resource) => unit * this.#mostOfDays(rule, measure, resource));
        break;
      case 'weekShape':
      case 'setShape':
        addTo(this.#shapes, rule.resources, (resource) => unit * this.#mostOfShape(rule, measure, resource));
        break;
      default:
        this.#addOther(rule, measure, unit);
    }
  }

  /**
   * Of whatever else is counted: the slots of each event, every cell for each day of a resource, each for as much as one
   * more can change, and for a pair no more than what one of the two is given.
   */
  #addOther(rule: Rule, measure: Measure<Params>, unit: number): void {
    const { cellCount, dayIndexCount } = this.#problem.axis;
    const steepest = ('steepest' in measure && measure.steepest?.(rule.params as Params)) || 1;
    this.#addOwn(rule, (event) => unit * steepest * mostCells(this.#problem.times, event.times));
    addTo(this.#shapes, rule.resources, () => unit * steepest * cellCount * dayIndexCount);
    if (!('pairs' in measure) || typeof measure.pairs !== 'function') return;
    const given = largest(this.#problem.events, (event) => Math.max(1, event.instructorCount, event.roomCount));
    // every measure that lists pairs lists them so
    const pairs = measure.pairs as (context: unknown) => Iterable<WeightedPair>;
    this.#addPairs(pairs({ problem: this.#problem, rule, params: rule.params }), unit * given);
  }

  /** Whoever may attend an event meets there no more than all else that the same student may attend. */
  #addAttendance(unit: number): void {
    const sectioning = this.#problem.sectioning;
    if (sectioning === null) return;
    const most = new Map<number, number>();
    const eventsOf = new Map<number, Set<number>>();
    for (const { student, course } of sectioning.requests) {
      const options = sectioning.optionsOf[course] ?? [];
      most.set(student, (most.get(student) ?? 0) + largest(options, (option) => option.length));
      const events = eventsOf.get(student) ?? new Set();
      for (const option of options) for (const event of option) events.add(event);
      eventsOf.set(student, events);
    }
    for (const [student, events] of eventsOf) {
      const others = unit * Math.max(0, (most.get(student) ?? 0) - 1);
      for (const event of events) this.#pairs[event] = (this.#pairs[event] ?? 0) + others;
    }
  }

  /** Every meeting of an event may be a day, a break or a block too many, and all its minutes load beyond the limit. */
  #addIntervals(rule: Rule, { kind, unit, penalty }: IntervalShape, weight: number): void {
    const { events, times, data } = this.#problem;
    const divisor = kind === 'days' ? 1 : data.calendar.weekCount;
    const meetings = (time: MeetingTime) => time.days.length * (kind === 'days' ? 1 : time.weeks.length);
    const each = (time: MeetingTime) => (kind === 'load' ? (time.endMinute - time.startMinute) / unit : 1);
    let raw = 0;
    for (const index of rule.events) {
      raw += largest(events[index]?.times ?? [], (item) => {
        const time = times[item.index];
        return time === undefined ? 0 : meetings(time) * each(time);
      });
    }
    const most = rule.hard ? Math.ceil(raw / divisor) : (weight * penalty * raw) / divisor;
    this.#togetherTotal += most;
    for (const index of rule.events) this.#together[index] = (this.#together[index] ?? 0) + most;
  }

  /** The most that a measure counts at one resource, over all its days and weeks. */
  #mostOfShape(rule: Rule, measure: ShapeMeasure, resource: number): number {
    const problem = this.#problem;
    const { dayCount, weekClassCount } = problem.axis;
    const params = rule.params as Params;
    switch (measure.term) {
      case 'weekShape': {
        const amountOf = weekAmountsOf({ problem, rule, params }, measure, resource);
        if (amountOf === null) return 0;
        const view = weekViewOf(problem, resource);
        const sets = daySets(measure, view, dayCount);
        const amountOfSize = (size: number) => amountOf(sets[size] ?? 0);
        return weekClassCount * this.#once(rule, measure, `${view.openDays}`, sets.length, amountOfSize);
      }
      case 'setShape':
        return this.#once(rule, measure, '', problem.rooms.length + 1, (rooms) => measure.amount(rooms, params));
    }
  }

  /** No more changes than meetings of whatever the resource may be at. */
  #mostChanges(resource: number): number {
    const { events, times } = this.#problem;
    const meetings = (event: number) =>
      largest(events[event]?.times ?? [], ({ index }) => times[index]?.spans.length ?? 0);
    return (candidateEvents(this.#problem)[resource] ?? []).reduce((sum, event) => sum + meetings(event), 0);
  }

  #mostOfSlot(rule: Rule, measure: Extract<Measure<Params>, { term: 'resourceSlot' }>): number {
    const { dayIndexCount, slotCount } = this.#problem.axis;
    const context = { problem: this.#problem, rule, params: rule.params as Params };
    return this.#once(rule, measure, '', dayIndexCount * slotCount, (cell) =>
      measure.amount(Math.floor(cell / slotCount), cell % slotCount, context),
    );
  }

  /** Amounts of pairs depend on kind and parameters alone. */
  #mostOfPair(rule: Rule, measure: Extract<Measure<Params>, { term: 'timePair' | 'roomPair' }>): number {
    const known = this.#known.pair?.(rule, measure);
    if (known !== undefined) return known;
    const { times, rooms } = this.#problem;
    const context = { problem: this.#problem, rule, params: rule.params as Params };
    const count = measure.term === 'timePair' ? times.length : rooms.length;
    return this.#once(rule, measure, '', count * count, (pair) => {
      const [first, second] = [Math.floor(pair / count), pair % count];
      if (measure.term === 'roomPair') return measure.amount(first, second, context);
      const [one, other] = [times[first], times[second]];
      return one === undefined || other === undefined ? 0 : measure.amount(one, other, context);
    });
  }

  #addOwn(rule: Rule, most: (event: Event) => number): void {
    for (const index of rule.events) {
      const event = this.#problem.events[index];
      if (event !== undefined) this.#own[index] = (this.#own[index] ?? 0) + most(event);
    }
  }

  #addPairs(pairs: Iterable<WeightedPair>, most: number): void {
    if (most === 0) return;
    for (const { first, second, weight } of pairs) {
      this.#pairs[first] = (this.#pairs[first] ?? 0) + weight * most;
      this.#pairs[second] = (this.#pairs[second] ?? 0) + weight * most;
    }
  }

  #mostOfDays(rule: Rule, measure: Extract<Measure<Params>, { term: 'dayShape' }>, resource: number): number {
    const { dayCount, slotCount, weekClassCount } = this.#problem.axis;
    let sum = 0;
    for (let day = 0; day < dayCount; day++) {
      const view = dayViewOf(this.#problem, resource, day);
      const key = `${view.breakMask} ${view.unavailableMask} ${day}`;
      sum += this.#once(rule, measure, key, 1 << slotCount, (mask) =>
        measure.amount(mask, view, rule.params as Params),
      );
    }
    return sum * weekClassCount;
  }

  /** The largest amount of a measure with these parameters, asked once for each key. */
  #once(rule: Rule, measure: Measure<Params>, key: string, count: number, amountOf: (index: number) => number): number {
    const { id, measures } = rule.definition;
    const full = `${id} ${measures.indexOf(measure)} ${JSON.stringify(rule.params)} ${key}`;
    const known = this.#most.get(full);
    if (known !== undefined) return known;
    let most = 0;
    for (let index = 0; index < count; index++) most = Math.max(most, amountOf(index));
    this.#most.set(full, most);
    return most;
  }
}

function addTo(sums: Float64Array, members: readonly number[], most: (member: number) => number): void {
  for (const member of members) sums[member] = (sums[member] ?? 0) + most(member);
}

function largest<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  let most = 0;
  for (const item of items) most = Math.max(most, amountOf(item));
  return most;
}

function penaltiesOf({ times, rooms, roomCount, instructors, instructorCount }: Event): number {
  return largestPenalty(times) + largestPenalty(rooms) * roomCount + largestPenalty(instructors) * instructorCount;
}
