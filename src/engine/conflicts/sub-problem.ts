import { buildProblem } from '../../domain/build-problem.ts';
import type { WeightedPair } from '../../domain/constraints/definition.ts';
import type { ParamSpecs, ParamValues } from '../../domain/constraints/params.ts';
import { unavailable } from '../../domain/constraints/unavailable.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import type { Candidate, EventData, ProblemData, RuleData } from '../../domain/problem-data.ts';
import type { Relaxation } from '../../domain/relaxation.ts';
import { Monotone } from './monotone.ts';

type Params = ParamValues<ParamSpecs>;

/** Terms that say something about a part of a rule's events: of each event, pair or resource by itself. */
const partialTerms: ReadonlySet<string> = new Set([
  ...['unaryTime', 'unaryRoom', 'unaryInstructor', 'resourceSlot', 'timePair', 'roomPair'],
  ...['dayShape', 'weekShape', 'setShape'],
]);

/**
 * Parts of a problem that are never stricter than the whole: what cannot be done with a part of the events cannot be
 * done with all of them. Rules that a part of the events says nothing about are left out, and so is all that is soft.
 */
export class PartsOfProblem {
  readonly whole: Problem;
  /** Events that occupy each resource, or may. */
  readonly drawingOn: readonly (readonly number[])[];
  readonly #monotone = new Monotone();
  readonly #roomOf = new Map<string, number>();
  readonly #instructorOf = new Map<string, number>();
  readonly #countOf = new Map<string, number>();
  readonly #pairsOf = new Map<number, ReadonlySet<string>>();

  constructor(whole: Problem) {
    this.whole = whole;
    this.drawingOn = drawingOn(whole);
    for (const [index, { id }] of whole.rooms.entries()) this.#roomOf.set(id, index);
    for (const [index, { id }] of whole.instructors.entries()) this.#instructorOf.set(id, index);
    for (const { index } of whole.resources) {
      this.#countOf.set(keyOf(whole, index), this.drawingOn[index]?.length ?? 0);
    }
  }

  /** The part with these events, without what is relaxed; null when the data cannot be built. */
  part(events: readonly number[], relaxed: readonly Relaxation[]): Problem | null {
    const built = buildProblem(this.#data(events, relaxed));
    if (!built.ok) return null;
    const loose = this.#withCapacities(built.value, relaxed);
    const holders = drawingOn(loose);
    const rules = loose.rules.flatMap((rule) => this.#sound(loose, rule, holders) ?? []);
    // rules name their own index, by which violations refer to them
    return { ...loose, rules: rules.map((rule, index) => ({ ...rule, index })) };
  }

  #data(events: readonly number[], relaxed: readonly Relaxation[]): ProblemData {
    const { data } = this.whole;
    const dropped = new Set(relaxed.flatMap((item) => (item.kind === 'rule' ? this.whole.rules[item.rule]?.data : [])));
    const list = events.flatMap((index) => {
      const event = data.events[index];
      if (event === undefined) return [];
      // what is only preferred forbids nothing, and may name what is left out
      const { stay: _, ...rest } = relaxedEvent(event, index, relaxed);
      return [rest];
    });
    const kept = new Set(list.map(({ id }) => id));
    const everyRoom = list.some((event) => event.rooms === undefined && (event.roomCount ?? 1) > 0);
    const rooms = new Set(list.flatMap((event) => [...ids(event.rooms), ...(event.lock?.roomIds ?? [])]));
    const taught = new Set(list.flatMap((event) => [...ids(event.instructors), ...(event.lock?.instructorIds ?? [])]));
    const courses = new Set(list.map(({ courseId }) => courseId));
    const lists = {
      events: list,
      courses: data.courses.filter(({ id }) => courses.has(id)),
      rooms: everyRoom ? data.rooms : data.rooms.filter(({ id }) => rooms.has(id)),
      instructors: data.instructors.filter(({ id }) => taught.has(id)),
      groups: data.groups,
    };
    const known = Object.fromEntries(
      Object.entries(lists).map(([name, items]) => [name, new Set(items.map(({ id }) => id))]),
    );
    return {
      ...data,
      ...lists,
      students: data.students.flatMap((student) => {
        const eventIds = student.eventIds.filter((id) => kept.has(id));
        return eventIds.length === 0 ? [] : [{ ...student, eventIds }];
      }),
      rules: this.whole.rules.flatMap((rule) => (dropped.has(rule.data) ? [] : partOfRule(rule, known))),
      notEnforced: [],
    };
  }

  #withCapacities(problem: Problem, relaxed: readonly Relaxation[]): Problem {
    const free = new Set<string>();
    for (const item of relaxed) {
      if (item.kind !== 'capacity') continue;
      for (const resource of item.resources) free.add(keyOf(this.whole, resource));
    }
    if (free.size === 0) return problem;
    // every event with all its rooms fits in
    const enough = problem.events.reduce((sum, { roomCount, instructorCount }) => {
      return sum + Math.max(1, roomCount, instructorCount);
    }, 2);
    const resources = problem.resources.map((resource) =>
      free.has(keyOf(problem, resource.index)) ? { ...resource, capacity: enough } : resource,
    );
    return { ...problem, resources };
  }

  /** The rule where it says nothing stricter than in the whole problem; null where it says nothing. */
  #sound(part: Problem, rule: Rule, holders: readonly (readonly number[])[]): Rule | null {
    if (!rule.hard) return rule;
    if (!this.#hasOnlyKnownPairs(part, rule)) return null;
    if (!rule.definition.measures.every(({ term }) => partialTerms.has(term)) && !this.#isWhole(rule)) return null;
    const resources = rule.resources.filter((resource) => {
      const inside = holders[resource]?.length ?? 0;
      return inside === this.#countOf.get(keyOf(part, resource)) || this.#monotone.at(part, rule, resource);
    });
    return { ...rule, resources };
  }

  #isWhole(rule: Rule): boolean {
    const whole = this.whole.rules.find(({ data }) => data.id === rule.data.id);
    return whole !== undefined && whole.events.length === rule.events.length;
  }

  /** Without an event between them, two others may become neighbours, which they are not in the whole problem. */
  #hasOnlyKnownPairs(part: Problem, rule: Rule): boolean {
    const pairs = pairIds(part, rule);
    if (pairs.size === 0) return true;
    const whole = this.whole.rules.find(({ data }) => data.id === rule.data.id);
    if (whole === undefined) return false;
    const known = this.#pairsOf.get(whole.index) ?? pairIds(this.whole, whole);
    this.#pairsOf.set(whole.index, known);
    return [...pairs].every((pair) => known.has(pair));
  }
}

function pairIds(problem: Problem, rule: Rule): Set<string> {
  const found = new Set<string>();
  const context = { problem, rule, params: rule.params as Params };
  for (const measure of rule.definition.measures) {
    if (measure.term !== 'timePair' && measure.term !== 'roomPair') continue;
    for (const { first, second } of measure.pairs(context) as Iterable<WeightedPair>) {
      found.add(`${problem.events[first]?.id}\n${problem.events[second]?.id}`);
    }
  }
  return found;
}

function drawingOn(problem: Problem): number[][] {
  const lists = problem.resources.map(({ events }) => [...events]);
  for (const event of problem.events) {
    for (const { index } of event.rooms) lists[problem.resourceOfRoom[index] ?? -1]?.push(event.index);
    if (event.instructorsFixed) continue;
    for (const { index } of event.instructors) lists[problem.resourceOfInstructor[index] ?? -1]?.push(event.index);
  }
  return lists;
}

/** The same for a resource of the whole and of a part. All groups are in a part, and their resources come first. */
function keyOf(problem: Problem, index: number): string {
  const resource = problem.resources[index];
  switch (resource?.kind) {
    case 'room':
      return `room ${problem.rooms[resource.ref]?.id}`;
    case 'instructor':
      return `instructor ${problem.instructors[resource.ref]?.id}`;
    case 'group':
    case 'overlap':
      return `group ${index}`;
    default:
      // what a resource is by its events is another one with fewer of them
      return `${resource?.kind} ${resource?.events.map((event) => problem.events[event]?.id).join(' ')}`;
  }
}

function relaxedEvent(event: EventData, index: number, relaxed: readonly Relaxation[]): EventData {
  // nothing soft is looked at
  let loose: EventData = { ...event, ...withoutPenalties(event) };
  for (const item of relaxed) {
    if (item.kind === 'rule' || item.kind === 'capacity' || !item.events.includes(index)) continue;
    const { [item.kind]: _, ...rest } = loose;
    loose = rest;
  }
  return loose;
}

function withoutPenalties(event: EventData): Partial<EventData> {
  const bare = (list: readonly Candidate[]) => list.map(({ id }) => ({ id }));
  return {
    ...(event.times === undefined ? {} : { times: bare(event.times) }),
    ...(event.rooms === undefined ? {} : { rooms: bare(event.rooms) }),
    ...(event.instructors === undefined ? {} : { instructors: bare(event.instructors) }),
  };
}

function ids(list: readonly Candidate[] | undefined): string[] {
  return (list ?? []).map(({ id }) => id);
}

/** A rule about what is there. Soft ones are left out, but for those that say which gaps of a day count. */
function partOfRule(rule: Rule, known: Readonly<Record<string, ReadonlySet<string>>>): RuleData[] {
  if (!rule.hard && rule.definition.id !== unavailable.id) return [];
  const { data, definition } = rule;
  const here = (of: string, list: readonly string[]) => list.filter((id) => known[of]?.has(id) ?? false);
  const scopeIds = data.scope.ids === undefined ? undefined : here(data.scope.of, data.scope.ids);
  if (scopeIds?.length === 0 && data.scope.tags === undefined) return [];
  const params: Record<string, unknown> = { ...data.params };
  for (const [name, spec] of Object.entries(definition.params)) {
    // checked when the whole problem was built
    if (spec.type === 'ids' && name in params) params[name] = here(spec.of, params[name] as readonly string[]);
  }
  const scope = {
    ...data.scope,
    ...(scopeIds === undefined ? {} : { ids: scopeIds }),
    ...(data.scope.except === undefined ? {} : { except: here(data.scope.of, data.scope.except) }),
  };
  return [{ ...data, scope, params, weight: 1 }];
}
