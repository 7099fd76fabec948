import type {
  CalendarData,
  EventData,
  GroupData,
  ProblemData,
  RuleData,
  ScopeTarget,
} from '../../src/domain/problem-data.ts';

/** Days of slots of an hour or less. */
export function calendarOf(days: number, slots: number, weekCount = 1): CalendarData {
  const minutes = Math.floor((16 * 60) / slots);
  const clock = (index: number) => {
    const at = 6 * 60 + index * minutes;
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  };
  return {
    days: list(days, (index) => ({ id: `d${index}`, name: `Day ${index}` })),
    slots: list(slots, (index) => ({ start: clock(index), end: clock(index + 1) })),
    weekCount,
    breaks: [],
    closed: [],
  };
}

/** Five days of six slots with one course and nothing else. */
export function bareProblem(change: Partial<ProblemData>): ProblemData {
  return {
    name: 'Degenerate',
    calendar: calendarOf(5, 6),
    meetingTimes: [],
    courses: [{ id: 'c', name: 'Course' }],
    rooms: [],
    instructors: [],
    groups: [],
    students: [],
    events: [],
    rules: [],
    notEnforced: [],
    ...change,
  };
}

export function eventsOf(
  count: number,
  change: Partial<EventData> | ((index: number) => Partial<EventData>) = {},
): EventData[] {
  return list(count, (index) => ({
    id: `e${index}`,
    courseId: 'c',
    duration: 1,
    roomCount: 0,
    groupIds: [],
    ...(typeof change === 'function' ? change(index) : change),
  }));
}

export function roomsOf(count: number, capacity = 30) {
  return list(count, (index) => ({ id: `r${index}`, name: `Room ${index}`, capacity }));
}

export function instructorsOf(count: number) {
  return list(count, (index) => ({ id: `i${index}`, name: `Instructor ${index}` }));
}

export function groupsOf(count: number, change: (index: number) => Partial<GroupData> = () => ({})): GroupData[] {
  return list(count, (index) => ({ id: `g${index}`, name: `Group ${index}`, size: 20, ...change(index) }));
}

export function ruleOf(kind: string, of: ScopeTarget, change: Partial<RuleData> = {}): RuleData {
  return { id: kind, kind, scope: { of }, params: {}, hard: false, weight: 1, ...change };
}

export function list<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
