import type { EventData, GroupData, ProblemData, RuleData, SlotSelection } from '../../domain/problem-data.ts';
import { isRecord } from '../json.ts';
import { engineDays } from './availability.ts';
import { practicalTypes } from './choices.ts';
import { normal } from './input.ts';

/** The four lists as one object. */
export interface EngineLists {
  readonly courses: readonly EngineCourseRecord[];
  readonly groups: readonly object[];
  readonly instructors: readonly object[];
  readonly rooms: readonly object[];
}

interface EngineCourseRecord {
  readonly CourseCode: string;
  readonly CourseTitle: string;
  readonly L: number;
  readonly T: number;
  readonly P: number;
  readonly PracticalRoomFeatures: string;
  readonly NeedsScheduling?: true;
}

/** Theory or practical of a course, as the project has it. */
interface Component {
  readonly code: string;
  readonly practical: boolean;
  readonly name: string;
  readonly events: readonly EventData[];
}

export function engineListsOf(problem: ProblemData): EngineLists {
  const components = componentsOf(problem);
  const parents = new Map(problem.groups.map(({ id, parentId }) => [id, parentId]));
  const sectionOf = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : sectionOf(parent);
  };
  return {
    courses: coursesOf(problem, components),
    groups: groupsOf(problem, components, sectionOf),
    instructors: instructorsOf(problem, components),
    rooms: problem.rooms.map(({ id, name, capacity, type, features = [] }) => ({
      room_id: id,
      name,
      capacity: Math.max(1, capacity),
      type: type ?? 'lecture',
      features,
      ...availabilityOf(problem, 'rooms', id),
    })),
  };
}

/** In the order of the project; `<code> TH` and `<code> PR` are the two parts of a course, any other id is theory. */
function componentsOf({ courses, events }: ProblemData): Component[] {
  const eventsOf = new Map<string, EventData[]>();
  for (const event of events) eventsOf.set(event.courseId, [...(eventsOf.get(event.courseId) ?? []), event]);
  return courses.map(({ id, name }) => {
    const [, code = id, kind] = /^(.+) (TH|PR)$/s.exec(id) ?? [];
    return { code, practical: kind === 'PR', name, events: eventsOf.get(id) ?? [] };
  });
}

function coursesOf(problem: ProblemData, components: readonly Component[]): EngineCourseRecord[] {
  const codes = [...new Set(components.map(({ code }) => code))];
  const partOf = new Map(components.map((component) => [`${component.practical} ${component.code}`, component]));
  return codes.map((code) => {
    const [theory, practical] = [partOf.get(`false ${code}`), partOf.get(`true ${code}`)];
    const title = theory?.name.replace(/ \(Theory\)$/, '') ?? practical?.name.replace(/ \(Practical\)$/, '') ?? code;
    return {
      CourseCode: code,
      CourseTitle: title,
      L: hoursOf(theory),
      T: 0,
      P: hoursOf(practical),
      PracticalRoomFeatures: featuresOf(problem, practical),
      ...(isNewerForm(problem) ? { NeedsScheduling: true as const } : {}),
    };
  });
}

/** Hours of the first group: the format has the same for all. */
function hoursOf(component: Component | undefined): number {
  const [first] = component?.events ?? [];
  const own = component?.events.filter(({ groupIds }) => String(groupIds) === String(first?.groupIds)) ?? [];
  return own.reduce((sum, { duration }) => sum + duration, 0);
}

/** Features of which each is enough, so that just the candidate rooms have one; empty where the type decides. */
function featuresOf({ rooms }: ProblemData, practical: Component | undefined): string {
  const candidates = practical?.events[0]?.rooms?.map(({ id }) => id) ?? rooms.map(({ id }) => id);
  const byType = rooms.filter(({ type = 'lecture' }) => practicalTypes.includes(normal(type)));
  if (practical === undefined || String(byType.map(({ id }) => id)) === String(candidates)) return '';
  if (practical.events[0]?.roomTypes !== undefined) return '';
  const all = new Set(rooms.flatMap(({ features = [] }) => features.map(normal)));
  const isOnlyThere = (feature: string) =>
    rooms.every(({ id, features = [] }) => candidates.includes(id) || !features.map(normal).includes(feature));
  return [...all].filter((feature) => !feature.includes(',') && isOnlyThere(feature)).join(', ');
}

function groupsOf(problem: ProblemData, components: readonly Component[], sectionOf: (id: string) => string): object[] {
  const codesOf = new Map<string, Set<string>>();
  for (const { code, events } of components) {
    for (const section of events.flatMap(({ groupIds }) => groupIds.map(sectionOf))) {
      codesOf.set(section, (codesOf.get(section) ?? new Set()).add(code));
    }
  }
  const isInside = (id: string, section: GroupData) => id !== section.id && sectionOf(id) === section.id;
  const hasChildren = new Set(problem.groups.map(({ parentId }) => parentId));
  return problem.groups
    .filter(({ parentId }) => parentId === undefined)
    .map((section) => {
      const subgroups = problem.groups.filter(({ id }) => isInside(id, section) && !hasChildren.has(id));
      return {
        group_id: section.id,
        name: section.name === '' ? section.id : section.name,
        student_count: Math.max(1, section.size),
        courses: [...(codesOf.get(section.id) ?? [])],
        subgroups: subgroups.map(({ id, size }) => ({ id, student_count: size })),
        ...availabilityOf(problem, 'groups', section.id),
      };
    });
}

function instructorsOf(problem: ProblemData, components: readonly Component[]): object[] {
  const loads = loadsOf(problem);
  const nobody = new Set(
    problem.rules
      .filter(({ kind, params }) => kind === 'instructorSuitability' && params.nobodyYet === true)
      .flatMap(({ scope }) => scope.ids ?? []),
  );
  const qualified = new Map<string, object[]>();
  for (const { code, practical, events } of components) {
    const [first] = events;
    if (first === undefined || nobody.has(first.id)) continue;
    for (const { id } of first.instructors ?? []) {
      const entry = { coursecode: code, coursetype: practical ? 'Practical' : 'Theory' };
      qualified.set(id, [...(qualified.get(id) ?? []), entry]);
    }
  }
  return problem.instructors.map(({ id, name }) => ({
    id,
    name,
    courses: qualified.get(id) ?? [],
    ...availabilityOf(problem, 'instructors', id),
    ...(loads.has(id) ? { maxLoad: loads.get(id) } : {}),
  }));
}

/** What was kept of the files' limits, by instructor. */
function loadsOf({ notEnforced }: ProblemData): ReadonlyMap<string, unknown> {
  const kept = notEnforced.find(({ format, kind }) => format === 'schedule-engine' && kind === 'maxLoad');
  if (kept === undefined) return new Map();
  try {
    const list: unknown = JSON.parse(kept.text);
    const entries = Array.isArray(list) ? list.filter(isRecord) : [];
    return new Map(entries.map(({ id, maxLoad }) => [String(id), maxLoad]));
  } catch {
    // Edited by somebody: then the limits are lost, and comparing what was written says so.
    return new Map();
  }
}

/** The later form of the files means a day from ten to five. */
function isNewerForm({ calendar: { slots } }: ProblemData): boolean {
  return slots[0]?.start === '10:00' && slots.at(-1)?.end === '17:00';
}

function availabilityOf(problem: ProblemData, of: RuleData['scope']['of'], id: string): { availability?: object } {
  const away = problem.rules
    .filter(({ kind, scope, hard, enabled }) => {
      return kind === 'unavailable' && hard && enabled !== false && scope.of === of && String(scope.ids) === id;
    })
    // The rules of a project that was built have parameters of their type.
    .flatMap(({ params }) => (params.slots ?? []) as readonly SlotSelection[]);
  if (away.length === 0) return {};
  const periods = problem.calendar.days.map(({ id: day, name }) => {
    const closed = new Set(away.flatMap((selection) => (selection.day === day ? selection.slots : [])));
    return [weekdayOf(name), openPeriods(problem, closed)] as const;
  });
  const open = periods.filter(([, list]) => list.length > 0);
  // Nothing at all would mean always: an hour of the day on which nobody is taught does not.
  if (open.length === 0) return { availability: { Saturday: [{ start: '10:00', end: '11:00' }] } };
  return { availability: Object.fromEntries(open) };
}

function weekdayOf(name: string): string {
  return [...engineDays, 'Saturday'].find((day) => day.toLowerCase() === name.trim().toLowerCase()) ?? name;
}

/** Slots that follow each other are one period. */
function openPeriods({ calendar }: ProblemData, closed: ReadonlySet<number>): { start: string; end: string }[] {
  const periods: { start: string; end: string }[] = [];
  calendar.slots.forEach(({ start, end }, slot) => {
    if (closed.has(slot)) return;
    const last = periods.at(-1);
    if (last?.end === start) last.end = end;
    else periods.push({ start, end });
  });
  return periods;
}
