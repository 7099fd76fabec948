import type { Measure, MeasureContext, Violation, WeightedPair } from '../constraints/definition.ts';
import type { Problem, Rule } from '../problem.ts';
import type { Assignment, Timetable } from '../timetable.ts';
import { basicViolationsOf } from './basics.ts';
import type { Params } from './findings.ts';
import { type Occupancy, occupancyOf, type PlacedEvent, placedEvent, resourcesOf } from './occupancy.ts';
import { PairsOfEvent } from './pairs-of-event.ts';
import { ruleViolations } from './rule-drivers.ts';

type Term = Measure<Params>['term'];
type PairMeasure = Extract<Measure<Params>, { readonly pairs: unknown }>;

const unaryTerms: ReadonlySet<Term> = new Set(['unaryTime', 'unaryRoom', 'unaryInstructor']);
const resourceTerms: ReadonlySet<Term> = new Set([
  'resourceSlot',
  'dayShape',
  'weekShape',
  'weekTotal',
  'weekSpread',
  'overnight',
  'roomChanges',
  'slotCount',
  'setShape',
]);
/** Terms in which an event more can mean an amount less. Others count up with every event that is placed. */
const mendingTerms: ReadonlySet<Term> = new Set([
  'intervals',
  'dayShape',
  'weekShape',
  'weekTotal',
  'weekSpread',
  'slotCount',
  'setShape',
]);
/** The pairs of rules about so few events are looked through; those of others are kept by event. */
const fewEvents = 64;

/** The rules that are asked: hard ones alone, or all. */
export type Asked = 'hard' | 'all';

/**
 * The reference evaluator for one event at a time: a timetable that is changed step by step, and the violations that may
 * depend on where one event is. The same measures are asked as in `evaluate`, about less. So the difference of two answers
 * about an event, before and after it moves, is the difference of two whole evaluations.
 */
export class EvaluatorAround {
  readonly #problem: Problem;
  readonly #assignments: Assignment[];
  readonly #timetable: Timetable;
  readonly #placed: (PlacedEvent | null)[];
  readonly #occupants: readonly PlacedEvent[][];
  readonly #occupancy: Occupancy;
  /** Rules that measure something at a resource, and those that measure at the event itself. */
  readonly #rulesOfResource: readonly Rule[][];
  readonly #rulesOfEvent: readonly Rule[][];
  readonly #pairs = new Map<Rule, Map<PairMeasure, PairsOfEvent>>();
  readonly #attendanceRules: readonly Rule[];

  constructor(problem: Problem, timetable: Timetable) {
    this.#problem = problem;
    this.#assignments = [...timetable.assignments];
    this.#timetable = { ...timetable, assignments: this.#assignments };
    const occupancy = occupancyOf(problem, timetable);
    this.#placed = [...occupancy.placed];
    this.#occupants = occupancy.occupants.map((items) => [...items]);
    this.#occupancy = { ...occupancy, placed: this.#placed, occupants: this.#occupants };
    this.#rulesOfResource = problem.resources.map(() => []);
    this.#rulesOfEvent = problem.events.map(() => []);
    for (const rule of problem.rules) this.#file(rule);
    this.#attendanceRules = problem.rules.filter((rule) =>
      rule.definition.measures.some(({ term }) => term === 'attendance'),
    );
  }

  assignmentOf(event: number): Assignment | undefined {
    return this.#assignments[event];
  }

  placedOf(event: number): PlacedEvent | null {
    return this.#placed[event] ?? null;
  }

  /** Puts an event elsewhere; `time` -1 for nowhere. */
  put(event: number, assignment: Assignment): void {
    const before = this.#placed[event] ?? null;
    const item = this.#problem.events[event];
    if (item === undefined) return;
    this.#assignments[event] = assignment;
    const after = placedEvent(this.#problem, this.#timetable, item);
    this.#placed[event] = after;
    if (before !== null) this.#leave(before);
    if (after !== null) this.#enter(after);
  }

  /** Every resource that an event would occupy so placed, once. */
  resourcesAt(event: number, assignment: Assignment): number[] {
    const item = this.#problem.events[event];
    if (item === undefined) return [];
    const rooms = assignment.rooms.filter((room) => room >= 0);
    const instructors = assignment.instructors.filter((instructor) => instructor >= 0);
    return [
      ...new Set([
        ...item.staticResources,
        ...(item.instructorsFixed ? [] : instructors.map((index) => this.#problem.resourceOfInstructor[index] ?? 0)),
        ...rooms.map((index) => this.#problem.resourceOfRoom[index] ?? 0),
      ]),
    ];
  }

  /**
   * All violations at the event and at these resources, which must hold all that it occupies in any of the answers that are
   * compared. Others of the resources are among them; they are the same in each.
   */
  violations(event: number, resources: readonly number[], asked: Asked): Violation[] {
    const item = this.#problem.events[event];
    if (item === undefined) return [];
    const isAsked = (rule: Rule) => asked === 'all' || rule.hard;
    const found: Violation[] = [];
    for (const rule of this.#rulesOfEvent[event] ?? []) {
      if (isAsked(rule)) found.push(...this.#atEvent(rule, event));
    }
    for (const [rule, here] of this.#rulesAt(resources)) {
      if (isAsked(rule)) found.push(...this.#atResources(rule, event, here));
    }
    found.push(...this.#attendances(event, isAsked));
    const basic = basicViolationsOf([item], resources, this.#problem, this.#timetable, this.#occupancy);
    found.push(...(asked === 'all' ? basic : basic.filter(({ hard }) => hard)));
    return found;
  }

  /** Whether a hard rule about the event could be broken less because it is placed: one that asks for a minimum. */
  mayMendByPlacing(event: number, resources: readonly number[]): boolean {
    const mayMend = (rule: Rule) => rule.hard && rule.definition.measures.some(({ term }) => mendingTerms.has(term));
    return (
      (this.#rulesOfEvent[event] ?? []).some(mayMend) ||
      resources.some((resource) => (this.#rulesOfResource[resource] ?? []).some(mayMend))
    );
  }

  #file(rule: Rule): void {
    const terms = rule.definition.measures.map(({ term }) => term);
    if (terms.some((term) => resourceTerms.has(term))) {
      for (const resource of rule.resources) this.#rulesOfResource[resource]?.push(rule);
    }
    if (terms.some((term) => unaryTerms.has(term) || term === 'intervals')) this.#fileUnder(rule, rule.events);
    else if (rule.definition.measures.some(isPairMeasure)) this.#fileUnder(rule, this.#eventsInPairs(rule));
  }

  #fileUnder(rule: Rule, events: Iterable<number>): void {
    for (const event of events) this.#rulesOfEvent[event]?.push(rule);
  }

  /** Partners may lie outside the scope. For rules about many events, all are taken: then the pairs are filed anyway. */
  #eventsInPairs(rule: Rule): Iterable<number> {
    if (rule.events.length > fewEvents) return this.#problem.events.keys();
    const found = new Set<number>();
    for (const measure of rule.definition.measures) {
      if (!isPairMeasure(measure)) continue;
      for (const { first, second } of measure.pairs(this.#contextOf(rule))) found.add(first).add(second);
    }
    return found;
  }

  #contextOf(rule: Rule): MeasureContext<Params> {
    // `completeParams` has checked the values against the definition's specs.
    return { problem: this.#problem, rule, params: rule.params as Params };
  }

  #rulesAt(resources: readonly number[]): Map<Rule, number[]> {
    const found = new Map<Rule, number[]>();
    for (const resource of resources) {
      for (const rule of this.#rulesOfResource[resource] ?? []) {
        const here = found.get(rule);
        if (here === undefined) found.set(rule, [resource]);
        else here.push(resource);
      }
    }
    return found;
  }

  #atEvent(rule: Rule, event: number): Violation[] {
    return rule.definition.measures.flatMap((measure) => {
      if (measure.term === 'intervals') return this.#ask(rule, measure, rule.events, []);
      if (unaryTerms.has(measure.term)) return this.#ask(rule, measure, [event], []);
      return isPairMeasure(measure) ? this.#ask(rule, this.#withPairsOf(rule, measure, event), rule.events, []) : [];
    });
  }

  #atResources(rule: Rule, event: number, resources: readonly number[]): Violation[] {
    return rule.definition.measures.flatMap((measure) => {
      if (!resourceTerms.has(measure.term)) return [];
      // counted for each occupant by itself
      const occupancy = measure.term === 'resourceSlot' ? this.#occupiedBy(event, resources) : this.#occupancy;
      return this.#ask(rule, measure, rule.events, resources, occupancy);
    });
  }

  /** The occupancy of these resources by one event alone. */
  #occupiedBy(event: number, resources: readonly number[]): Occupancy {
    const occupants: PlacedEvent[][] = [];
    for (const resource of resources) {
      occupants[resource] = (this.#occupants[resource] ?? []).filter((item) => item.event.index === event);
    }
    return { ...this.#occupancy, occupants };
  }

  /** Only the students of the event are looked at. What they miss besides is the same in all answers about it. */
  #attendances(event: number, isAsked: (rule: Rule) => boolean): Violation[] {
    const rules = this.#attendanceRules.filter(isAsked);
    const mine = new Set(this.#occupancy.attendance[event]);
    if (rules.length === 0 || mine.size === 0) return [];
    const attendance = this.#occupancy.attendance.map((students) => students.filter((student) => mine.has(student)));
    return rules.flatMap((rule) =>
      rule.definition.measures
        .filter(({ term }) => term === 'attendance')
        .flatMap((measure) =>
          ruleViolations(this.#problem, withMeasure(rule, measure), this.#occupancyWith(attendance)),
        )
        .filter(({ events }) => events.includes(event)),
    );
  }

  #occupancyWith(attendance: Occupancy['attendance']): Occupancy {
    return { ...this.#occupancy, attendance };
  }

  #ask(
    rule: Rule,
    measure: Measure<Params>,
    events: readonly number[],
    resources: readonly number[],
    occupancy = this.#occupancy,
  ): Violation[] {
    return ruleViolations(this.#problem, { ...withMeasure(rule, measure), events, resources }, occupancy);
  }

  /** The same measure about the pairs of one event. */
  #withPairsOf(rule: Rule, measure: PairMeasure, event: number): Measure<Params> {
    const context = this.#contextOf(rule);
    if (rule.events.length <= fewEvents) {
      return {
        ...measure,
        pairs: () => [...ownCopies(measure.pairs(context))].filter((pair) => isOf(pair, event)),
      };
    }
    const ofRule = this.#pairs.get(rule) ?? new Map<PairMeasure, PairsOfEvent>();
    this.#pairs.set(rule, ofRule);
    const known = ofRule.get(measure) ?? new PairsOfEvent(measure.pairs(context), this.#problem.events.length);
    ofRule.set(measure, known);
    return { ...measure, pairs: () => known.of(event) };
  }

  #leave(item: PlacedEvent): void {
    for (const resource of new Set(resourcesOf(this.#problem, item))) {
      const here = this.#occupants[resource];
      if (here === undefined) continue;
      for (let at = here.length - 1; at >= 0; at--) if (here[at] === item) here.splice(at, 1);
      this.#mask(resource, item);
    }
  }

  /** Among the others in the order of the problem, as `occupancyOf` has them. */
  #enter(item: PlacedEvent): void {
    for (const resource of resourcesOf(this.#problem, item)) {
      const here = this.#occupants[resource];
      if (here === undefined) continue;
      const next = here.findIndex(({ event }) => event.index > item.event.index);
      here.splice(next < 0 ? here.length : next, 0, item);
      this.#mask(resource, item);
    }
  }

  #mask(resource: number, { time }: PlacedEvent): void {
    if (!this.#problem.axis.cellsAreSlots) return;
    const { busyMasks } = this.#occupancy;
    for (const { dayIndex } of time.spans) {
      let mask = 0;
      for (const other of this.#occupants[resource] ?? []) {
        for (const span of other.time.spans) if (span.dayIndex === dayIndex) mask |= span.mask;
      }
      busyMasks[resource * this.#problem.axis.dayIndexCount + dayIndex] = mask;
    }
  }
}

function withMeasure(rule: Rule, measure: Measure<Params>): Rule {
  return { ...rule, definition: { ...rule.definition, measures: [measure] } };
}

function isPairMeasure(measure: Measure<Params>): measure is PairMeasure {
  return 'pairs' in measure;
}

function isOf({ first, second }: WeightedPair, event: number): boolean {
  return first === event || second === event;
}

/** Whoever yields pairs may yield one object again and again. */
function* ownCopies(pairs: Iterable<WeightedPair>): Iterable<WeightedPair> {
  for (const { first, second, weight } of pairs) yield { first, second, weight };
}
