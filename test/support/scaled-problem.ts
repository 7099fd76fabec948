import type { Candidate, EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';

/** So many copies of a problem side by side in one calendar, for sizes that no sample has. Ids get a prefix. */
export function scaledProblem(data: ProblemData, copies: number): ProblemData {
  const parts = Array.from({ length: copies }, (_, copy) => prefixed(data, `${copy + 1}/`));
  return {
    ...data,
    courses: parts.flatMap((part) => part.courses),
    rooms: parts.flatMap((part) => part.rooms),
    instructors: parts.flatMap((part) => part.instructors),
    groups: parts.flatMap((part) => part.groups),
    students: parts.flatMap((part) => part.students),
    events: parts.flatMap((part) => part.events),
    rules: parts.flatMap((part) => part.rules),
  };
}

function prefixed(data: ProblemData, prefix: string): ProblemData {
  const own = (id: string) => prefix + id;
  const named = <Item extends { readonly id: string }>(item: Item): Item => ({ ...item, id: own(item.id) });
  return {
    ...data,
    courses: data.courses.map(named),
    rooms: data.rooms.map(named),
    instructors: data.instructors.map(named),
    groups: data.groups.map((group) => ({
      ...named(group),
      ...(group.parentId === undefined ? {} : { parentId: own(group.parentId) }),
      ...(group.overlaps === undefined ? {} : { overlaps: group.overlaps.map(own) }),
    })),
    students: data.students.map((student) => ({ ...named(student), eventIds: student.eventIds.map(own) })),
    events: data.events.map((event) => prefixedEvent(event, own)),
    rules: data.rules.map((rule) => prefixedRule(rule, own)),
  };
}

function prefixedEvent(event: EventData, own: (id: string) => string): EventData {
  const candidates = (list: readonly Candidate[]) => list.map((candidate) => ({ ...candidate, id: own(candidate.id) }));
  return {
    ...event,
    id: own(event.id),
    courseId: own(event.courseId),
    groupIds: event.groupIds.map(own),
    ...(event.rooms === undefined ? {} : { rooms: candidates(event.rooms) }),
    ...(event.instructors === undefined ? {} : { instructors: candidates(event.instructors) }),
  };
}

function prefixedRule(rule: RuleData, own: (id: string) => string): RuleData {
  const { ids, except } = rule.scope;
  return {
    ...rule,
    id: own(rule.id),
    scope: {
      ...rule.scope,
      ...(ids === undefined ? {} : { ids: ids.map(own) }),
      ...(except === undefined ? {} : { except: except.map(own) }),
    },
  };
}
