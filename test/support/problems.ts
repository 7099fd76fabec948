import type { RuleDefinition } from '../../src/domain/constraints/definition.ts';
import {
  completeParams,
  type ParamSpec,
  type ParamSpecs,
  type ParamValues,
} from '../../src/domain/constraints/params.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import { type DomainItem, type Problem, unassigned } from '../../src/domain/problem.ts';
import type {
  Candidate,
  EventData,
  EventPlace,
  GroupData,
  ProblemData,
  RuleData,
  Scope,
  ScopeTarget,
  SlotSelection,
  StudentData,
} from '../../src/domain/problem-data.ts';
import type { Random } from '../../src/domain/random.ts';
import type { Assignment, AssignmentData, Timetable } from '../../src/domain/timetable.ts';

export interface RandomProblemOptions {
  /** Rule kinds to use; absent means all. Every kind named occurs at least once. */
  readonly kinds?: readonly string[];
  /** Exact number of events; absent means 8 to 25. */
  readonly eventCount?: number;
  /** Instances of each kind at most; absent means 2. */
  readonly rulesPerKind?: number;
  /** Days of the week; absent means 2 to 5. */
  readonly dayCount?: number;
}

/** A small valid problem with a group hierarchy, overlaps, weeks, blocks, pools, several rooms, students and locks. */
export function randomProblem(random: Random, options: RandomProblemOptions = {}): ProblemData {
  const dayCount = options.dayCount ?? 2 + random.below(4);
  const slotCount = 4 + random.below(5);
  const weekCount = random.pick([1, 1, 2, 3]);
  // some days are long enough to leave little rest at night
  const hours = dayCount % 2 === 0 ? 2 : 1;
  const days = list(dayCount, (index) => ({ id: `d${index}`, name: `Day ${index}` }));
  const calendar = {
    days,
    slots: list(slotCount, (index) => ({
      start: `${pad(7 + hours * index)}:00`,
      end: `${pad(6 + hours * (index + 1))}:55`,
    })),
    weekCount,
    breaks: random.chance(0.6) ? [{ name: 'Break', slot: 1 + random.below(slotCount - 2) }] : [],
    closed: random.chance(0.5) ? [{ day: random.pick(days).id, slots: [slotCount - 1] }] : [],
  };
  const courses = list(3 + random.below(4), (index) => ({ id: `c${index}`, name: `Course ${index}`, ...tags(random) }));
  const rooms = list(2 + random.below(4), (index) => ({
    id: `r${index}`,
    name: `Room ${index}`,
    capacity: 10 + 10 * random.below(5),
    type: random.pick(['lecture', 'practical']),
    features: ['screen', 'bench'].filter(() => random.chance(0.5)),
    ...(random.chance(0.2) ? { shareable: 2 } : {}),
    // no draw of its own, as below
    ...(index === 3 ? {} : { building: ['North', 'South'][index % 2] ?? '' }),
    ...tags(random),
  }));
  const instructors = list(2 + random.below(4), (index) => ({
    id: `i${index}`,
    name: `Teacher ${index}`,
    ...tags(random),
  }));
  const groups = randomGroups(random);
  const meetingTimes = list(random.below(5), (index) => {
    const length = 1 + random.below(2);
    return {
      id: `m${index}`,
      days: someOf(random, days, 1 + random.below(2)).map((day) => day.id),
      start: random.below(slotCount - length + 1),
      length,
      ...(random.chance(0.4) ? { weeks: [random.below(weekCount)] } : {}),
    };
  });
  const frame = { calendar, courses, rooms, instructors, groups, meetingTimes };
  const events = list(options.eventCount ?? 8 + random.below(18), (index) => randomEvent(random, index, frame));
  const students = randomStudents(random, events);
  const data = { name: 'Random', ...frame, events, students, rules: [], notEnforced: [] };
  return { ...data, rules: randomRules(random, data, options) };
}

/** Values from the domains; some events are unplaced, some lack a room or an instructor, unless `complete`. */
export function randomTimetable(problem: Problem, random: Random, complete = false): Timetable {
  const choose = (domain: readonly DomainItem[], missing: number) =>
    domain.length === 0 || (!complete && random.chance(missing)) ? unassigned : random.pick(domain).index;
  const assignments = problem.events.map(
    (event): Assignment => ({
      time: choose(event.times, 0.1),
      rooms: list(event.roomCount, () => choose(event.rooms, 0.08)),
      instructors: event.instructorsFixed
        ? event.instructors.map((item) => item.index)
        : list(event.instructorCount, () => choose(event.instructors, 0.08)),
    }),
  );
  return { assignments };
}

type Frame = Pick<ProblemData, 'calendar' | 'courses' | 'rooms' | 'instructors' | 'groups' | 'meetingTimes'>;

/** Two years, each with up to three groups, some with subgroups, and overlaps across the years. */
function randomGroups(random: Random): GroupData[] {
  const groups: GroupData[] = [];
  for (const year of ['y0', 'y1']) {
    groups.push({ id: year, name: year, size: 60, ...tags(random) });
    list(random.below(4), (index) => {
      const id = `${year}g${index}`;
      groups.push({ id, name: id, size: 10 + random.below(20), parentId: year, ...tags(random) });
      if (random.chance(0.4)) {
        for (const part of ['a', 'b']) groups.push({ id: `${id}${part}`, name: `${id}${part}`, size: 8, parentId: id });
      }
    });
  }
  const first = groups.filter((group) => group.id.startsWith('y0'));
  const second = groups.filter((group) => group.id.startsWith('y1'));
  return groups.map((group) =>
    group === random.pick(first) || random.chance(0.1)
      ? { ...group, overlaps: [random.pick(group.id.startsWith('y0') ? second : first).id] }
      : group,
  );
}

function randomEvent(random: Random, index: number, frame: Frame): EventData {
  const { weekCount, days, slots } = frame.calendar;
  const duration = random.pick([1, 1, 1, 2, 2, 3]);
  const roomCount = random.pick([0, 1, 1, 1, 1, 2]);
  const pool = someOf(random, frame.instructors, random.below(4));
  const chosen = random.chance(0.5) ? Math.min(pool.length, 1 + random.below(2)) : pool.length;
  const dayId = random.pick(days).id;
  const plain = list(2 + random.below(4), () => `${random.pick(days).id}@${random.below(slots.length - duration + 1)}`);
  const named = [...new Set([...plain, ...frame.meetingTimes.map((time) => time.id)])];
  return {
    id: `e${index}`,
    courseId: random.pick(frame.courses).id,
    duration,
    groupIds: someOf(random, frame.groups, random.below(3)).map((group) => group.id),
    roomCount,
    ...(random.chance(0.3) ? { times: graded(random, named) } : {}),
    ...(weekCount > 1 && random.chance(0.3) ? { weeks: [random.below(weekCount)] } : {}),
    ...(random.chance(0.3)
      ? {
          rooms: graded(
            random,
            someOf(random, frame.rooms, Math.max(1, roomCount)).map((room) => room.id),
          ),
        }
      : {}),
    ...(pool.length > 0
      ? {
          instructors: graded(
            random,
            pool.map((item) => item.id),
          ),
          instructorCount: chosen,
        }
      : {}),
    ...(random.chance(0.2) ? { size: random.below(80) } : {}),
    ...(random.chance(0.3) ? { roomTypes: ['practical'] } : {}),
    ...(random.chance(0.2) ? { features: ['bench'] } : {}),
    ...eventTags(random, index),
    ...(random.chance(0.15)
      ? {
          lock: {
            timeId: `${dayId}@0`,
            ...(index % 2 === 0 ? { published: ['time'] } : {}),
            ...(random.chance(0.5) ? { roomIds: [random.pick(frame.rooms).id] } : {}),
          },
        }
      : {}),
    // no draws of their own: what other tests draw stays as it was
    ...(index % 6 === 3 ? { stay: stayOf(index, plain[0], frame.rooms, pool) } : {}),
  };
}

function stayOf(
  index: number,
  timeId: string | undefined,
  rooms: readonly { readonly id: string }[],
  pool: readonly { readonly id: string }[],
): EventPlace {
  const room = rooms[index % rooms.length];
  const person = pool[0];
  return {
    ...(timeId === undefined ? {} : { timeId }),
    ...(room !== undefined && index % 4 === 1 ? { roomIds: [room.id] } : {}),
    ...(person === undefined ? {} : { instructorIds: [person.id] }),
  };
}

function randomStudents(random: Random, events: readonly EventData[]): StudentData[] {
  return list(random.below(30), (index) => ({
    id: `s${index}`,
    eventIds: someOf(random, events, random.below(5)).map((event) => event.id),
  }));
}

function randomRules(random: Random, data: ProblemData, options: RandomProblemOptions): RuleData[] {
  const wanted = ruleDefinitions.filter((definition) => options.kinds?.includes(definition.id) ?? true);
  return wanted.flatMap((definition) =>
    list(1 + random.below(options.rulesPerKind ?? 2), (index) => ({
      id: `${definition.id}-${index}`,
      kind: definition.id,
      scope: randomScope(random, random.pick(definition.scopes), data),
      params: randomParams(random, definition, data),
      hard: random.chance(0.3),
      weight: 1 + random.below(20),
    })),
  );
}

function randomScope(random: Random, of: ScopeTarget, data: ProblemData): Scope {
  const members: readonly { readonly id: string }[] = data[of];
  const shape = random.below(5);
  if (shape === 0) return { of, tags: ['red'] };
  if (shape === 1) return { of, ids: someOf(random, members, 1 + random.below(4)).map((item) => item.id) };
  if (shape === 2 && members.length > 0) return { of, except: [random.pick(members).id] };
  return { of };
}

function randomParams(random: Random, definition: RuleDefinition, data: ProblemData): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(definition.params)) {
    if (random.chance(0.9) || spec.type === 'slotRange') params[name] = randomValue(random, spec, data);
  }
  const { values } = completeParams(definition.params, params);
  // The values are of their specs' types; parameters that do not go together are refused, so they are drawn again.
  return definition.flaw?.(values as ParamValues<ParamSpecs>) ? randomParams(random, definition, data) : params;
}

function randomValue(random: Random, spec: ParamSpec, data: ProblemData): unknown {
  const slotCount = data.calendar.slots.length;
  switch (spec.type) {
    case 'integer':
      return randomInteger(random, spec);
    case 'boolean':
      return random.chance(0.5);
    case 'slots':
      return someOf(random, data.calendar.days, 1 + random.below(2)).map(
        (day): SlotSelection => ({
          day: day.id,
          slots: list(slotCount, (slot) => slot).filter(() => random.chance(0.4)),
        }),
      );
    case 'slotRange': {
      const from = random.below(slotCount - 1);
      return { from, to: from + 1 + random.below(slotCount - from) };
    }
    case 'placements':
      return someOf(random, data.events, 1 + random.below(data.events.length)).map((event): AssignmentData => {
        const timeId = random.chance(0.8) ? `${random.pick(data.calendar.days).id}@${random.below(3)}` : undefined;
        return {
          eventId: event.id,
          ...(timeId === undefined ? {} : { timeId }),
          roomIds: someOf(random, data.rooms, random.below(3)).map(({ id }) => id),
          instructorIds: someOf(random, data.instructors, random.below(3)).map(({ id }) => id),
        };
      });
    case 'ids':
      return someOf(random, data[spec.of], random.below(3)).map((item) => item.id);
  }
}

/** Mostly small, as the problems are; a rest that every night has would test nothing. */
function randomInteger(random: Random, spec: Extract<ParamSpec, { readonly type: 'integer' }>): number {
  if (spec.unit === 'hours') return spec.max - random.below(9);
  if (random.chance(0.8)) return Math.min(spec.max, spec.min + random.below(4));
  // weeks are short here
  const most = Math.min(spec.max, spec.unit === 'days' ? 14 : spec.unit === 'days apart' ? 13 : spec.max);
  return spec.min + random.below(most - spec.min + 1);
}

function graded(random: Random, ids: readonly string[]): Candidate[] {
  return ids.map((id) => (random.chance(0.4) ? { id, penalty: random.below(9) } : { id }));
}

/** The second tag without a draw of its own, as below. */
function eventTags(random: Random, index: number): { readonly tags?: readonly string[] } {
  const { tags: own = [] } = tags(random);
  const all = index % 4 === 1 ? [...own, 'blue'] : own;
  return all.length === 0 ? {} : { tags: all };
}

function tags(random: Random): { readonly tags?: readonly string[] } {
  return random.chance(0.3) ? { tags: ['red'] } : {};
}

function someOf<T>(random: Random, items: readonly T[], count: number): T[] {
  return random.shuffled(items).slice(0, count);
}

function list<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
