import type { Measure, MeasureContext } from '../../domain/constraints/definition.ts';
import type { ParamSpecs, ParamValues } from '../../domain/constraints/params.ts';
import type { DomainItem, Event, Problem, Rule } from '../../domain/problem.ts';
import type { CourseData, SlotSelection } from '../../domain/problem-data.ts';
import { eventSetOf } from '../rule-events.ts';
import { largestNumber } from '../xml/xml-attributes.ts';
import { xmlElement } from '../xml/xml-text.ts';
import type { Itc2019Grid } from './grid.ts';

type Params = ParamValues<ParamSpecs>;

/** Rules about one event and its time or room: they become candidates left out, or penalties. */
export const unaryKinds: readonly string[] = ['preferredTime', 'roomCapacity', 'roomSuitability'];

/** The courses with their classes, in the order of the project. */
export function courseElements(problem: Problem, grid: Itc2019Grid): string[] {
  const writer = new ClassWriter(problem, grid);
  const eventsOf = new Map<number, Event[]>();
  for (const event of problem.events) eventsOf.set(event.course, [...(eventsOf.get(event.course) ?? []), event]);
  return problem.data.courses.flatMap((course, index) => {
    const events = eventsOf.get(index) ?? [];
    const configurations = configurationsOf(course, events);
    const listed = new Set(configurations.flat(2));
    const others = events.filter((event) => !listed.has(event));
    const own = configurations.length === 0 ? [] : [writer.course(course.id, configurations)];
    if (others.length === 0) return own;
    // Whoever attends a course without configurations attends all of it: each event is a part of its own.
    const id = own.length === 0 ? course.id : `${course.id} (others)`;
    return [...own, writer.course(id, [others.map((event) => [event])])];
  });
}

function configurationsOf({ configurations = [] }: CourseData, events: readonly Event[]): Event[][][] {
  const eventOf = new Map(events.map((event) => [event.id, event]));
  return configurations.map(({ parts }) => parts.map((ids) => ids.flatMap((id) => eventOf.get(id) ?? [])));
}

/** A number as a file can have it: capacities and penalties beyond mean "as much as one likes". */
export function numberIn(value: number): number;
export function numberIn(value: number | undefined): number | undefined;
export function numberIn(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(value, largestNumber);
}

class ClassWriter {
  readonly #problem: Problem;
  readonly #grid: Itc2019Grid;
  readonly #unary: readonly Rule[];
  readonly #unavailable: readonly Rule[];
  /** Configurations and subparts are numbered throughout, as in the files of the competition. */
  #configurations = 0;
  #subparts = 0;

  constructor(problem: Problem, grid: Itc2019Grid) {
    this.#problem = problem;
    this.#grid = grid;
    this.#unary = problem.rules.filter(({ data }) => unaryKinds.includes(data.kind));
    this.#unavailable = problem.rules.filter(
      ({ data, hard }) => data.kind === 'unavailable' && hard && data.scope.of !== 'rooms',
    );
  }

  course(id: string, configurations: readonly (readonly (readonly Event[])[])[]): string {
    const elements = configurations.map((parts) =>
      xmlElement('config', { id: ++this.#configurations }, [
        ...parts.map((events) =>
          xmlElement(
            'subpart',
            { id: ++this.#subparts },
            events.map((event) => this.#class(event)),
          ),
        ),
      ]),
    );
    return xmlElement('course', { id }, elements);
  }

  #class(event: Event): string {
    const data = this.#problem.data.events[event.index];
    const limit = numberIn(data?.limit ?? data?.size);
    const rooms = event.roomCount === 0 ? [] : this.#rooms(event);
    const attributes = {
      id: event.id,
      limit,
      parent: data?.parentId,
      room: event.roomCount === 0 ? 'false' : undefined,
    };
    return xmlElement('class', attributes, [
      ...rooms.map(({ index, penalty }) => xmlElement('room', { id: this.#problem.rooms[index]?.id, penalty })),
      ...this.#times(event).flatMap(({ index, penalty }) => {
        const time = this.#problem.times[index];
        return time === undefined ? [] : [xmlElement('time', { ...this.#grid.timeOf(time), penalty })];
      }),
    ]);
  }

  #rooms(event: Event): DomainItem[] {
    const priced = event.rooms.map((item) => this.#priced('unaryRoom', event, item));
    return possible(event.rooms, priced);
  }

  #times(event: Event): DomainItem[] {
    const { breakMaskOfDay, closedMaskOfDay } = this.#problem.axis;
    const { dayCount } = this.#problem.axis;
    const isShut = ({ index }: DomainItem) =>
      this.#problem.times[index]?.spans.some(({ dayIndex, mask }) => {
        const day = dayIndex % dayCount;
        return (mask & ((breakMaskOfDay[day] ?? 0) | (closedMaskOfDay[day] ?? 0))) !== 0;
      }) ?? true;
    const away = this.#awaySelections(event);
    const priced = event.times.map((item) =>
      isShut(item) || this.#meets(item, away) ? null : this.#priced('unaryTime', event, item),
    );
    return possible(event.times, priced);
  }

  /** With the penalties of soft rules, or null where a hard rule forbids it. */
  #priced(term: 'unaryRoom' | 'unaryTime', event: Event, item: DomainItem): DomainItem | null {
    let { penalty } = item;
    for (const rule of this.#unary) {
      if (!eventSetOf(rule).has(event.index)) continue;
      const amount = amountOf(this.#problem, rule, term, event, item.index);
      if (amount > 0 && rule.hard) return null;
      penalty += amount * rule.weight;
    }
    return { index: item.index, penalty: numberIn(penalty) };
  }

  /** When people of the event, or its course, are not there for certain. */
  #awaySelections(event: Event): readonly SlotSelection[] {
    return this.#unavailable.flatMap((rule) => {
      const isSure = rule.data.scope.of !== 'instructors' || event.instructorsFixed;
      // The parameter was checked against its specification when the problem was built.
      return isSure && eventSetOf(rule).has(event.index) ? (rule.params.slots as readonly SlotSelection[]) : [];
    });
  }

  #meets({ index }: DomainItem, selections: readonly SlotSelection[]): boolean {
    const time = this.#problem.times[index];
    const { days } = this.#problem.data.calendar;
    return selections.some(
      ({ day, slots, weeks }) =>
        time?.days.some((at) => days[at]?.id === day) === true &&
        slots.some((slot) => time.start <= slot && slot < time.start + time.length) &&
        (weeks === undefined || weeks.some((week) => time.weeks.includes(week))),
    );
  }
}

/** A class without any candidate would say something else: then all stay. */
function possible(all: readonly DomainItem[], priced: readonly (DomainItem | null)[]): DomainItem[] {
  const left = priced.filter((item) => item !== null);
  return left.length === 0 ? [...all] : left;
}

function amountOf(problem: Problem, rule: Rule, term: 'unaryRoom' | 'unaryTime', event: Event, index: number): number {
  // `completeParams` has checked the values against their specs.
  const context: MeasureContext<Params> = { problem, rule, params: rule.params as Params };
  const time = problem.times[index];
  return rule.definition.measures.reduce((sum: number, measure: Measure<Params>) => {
    if (measure.term === 'unaryRoom' && term === 'unaryRoom') return sum + measure.amount(event, index, context);
    if (measure.term === 'unaryTime' && term === 'unaryTime' && time !== undefined) {
      return sum + measure.amount(event, time, context);
    }
    return sum;
  }, 0);
}
