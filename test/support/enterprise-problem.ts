import type {
  CalendarData,
  Candidate,
  EventData,
  ProblemData,
  RuleData,
  StudentData,
} from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { plainTimeId } from '../../src/domain/time-ids.ts';
import type { TimetableData } from '../../src/domain/timetable.ts';
import { type Campus, planCampus } from './enterprise-campus.ts';
import { coreGroups } from './enterprise-cores.ts';
import { enrol } from './enterprise-enrolment.ts';

/** How much there is of everything. */
export interface EnterpriseSize {
  readonly courses: number;
  /** Events: each section of a course meets once a week. At least as many as courses. */
  readonly sections: number;
  readonly students: number;
  readonly instructors: number;
  readonly rooms: number;
}

export interface Enterprise {
  readonly problem: ProblemData;
  /** A timetable of it that breaks no hard rule and in which no student has two events at once. */
  readonly planted: TimetableData;
}

/** A large university, times `scale`. Below 1 for tests. */
export function enterpriseSize(scale: number): EnterpriseSize {
  const times = (count: number) => Math.max(1, Math.round(count * scale));
  return {
    courses: times(1800),
    sections: times(2494),
    students: times(19_072),
    instructors: times(2320),
    rooms: times(1147),
  };
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
const slotCount = 12;
const breakSlot = 5;
/** One section of so many may be taught by any of a few instructors. */
const pooledEvery = 10;

/**
 * A university of the given size with individual enrolments of five or six courses. The timetable comes first: sections
 * get slots, rooms and instructors that are free, students choose among what they can attend, and the data is read off
 * that. A few courses are huge and most are small; departments have their own staff, students, special rooms and core
 * courses, and areas of the campus have lecture rooms and laboratories that are busy two thirds of the week. The same
 * size and seed give the same data.
 */
export function enterpriseProblem(size: EnterpriseSize, seed = 1): Enterprise {
  const random = new Random(seed);
  const openSlots = days.flatMap((_, day) =>
    Array.from({ length: slotCount }, (_, slot) => day * slotCount + slot).filter(
      (cell) => cell % slotCount !== breakSlot,
    ),
  );
  const campus = planCampus(random, size, openSlots, slotCount);
  const attended = enrol(random, size, campus);
  const cores = coreGroups(campus);
  const pools = instructorPools(random, campus);
  const candidates = createRoomCandidates();
  const problem: ProblemData = {
    name: 'Enterprise',
    calendar: calendar(),
    meetingTimes: [],
    courses: campus.courses.map((_, index) => ({ id: courseId(index), name: `Course ${index + 1}` })),
    rooms: campus.rooms.map(({ capacity, building }, index) => ({
      id: roomId(index),
      name: `Room ${index + 1}`,
      capacity,
      building: `Building ${building + 1}`,
    })),
    instructors: campus.instructors.map((_, index) => ({ id: instructorId(index), name: `Instructor ${index + 1}` })),
    groups: cores.groups.map(({ department, year }, index) => ({
      id: groupId(index),
      name: `Programme ${department + 1}, year ${year + 1}`,
      size: 0,
    })),
    students: attended.map((sections, index): StudentData => ({ id: `p${index}`, eventIds: sections.map(sectionId) })),
    events: campus.sections.map(
      (section, index): EventData => ({
        id: sectionId(index),
        courseId: courseId(section.course),
        duration: 1,
        rooms: candidates(section.rooms),
        instructors: (pools[index] ?? []).map((instructor) => ({ id: instructorId(instructor) })),
        instructorCount: 1,
        groupIds: cores.groupsOf[index]?.map(groupId) ?? [],
      }),
    ),
    rules: rules(campus),
    notEnforced: [],
  };
  return { problem, planted: plantedTimetable(campus, pools) };
}

const courseId = (index: number) => `c${index}`;
const sectionId = (index: number) => `e${index}`;
const roomId = (index: number) => `r${index}`;
const groupId = (index: number) => `g${index}`;
const instructorId = (index: number) => `i${index}`;

function calendar(): CalendarData {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return {
    days: days.map((id) => ({ id, name: id })),
    slots: Array.from({ length: slotCount }, (_, slot) => ({ start: clock(8 + slot), end: clock(9 + slot) })),
    weekCount: 1,
    breaks: [{ name: 'Lunch', slot: breakSlot }],
    closed: [],
  };
}

/** Who may teach each section; the one who does in the planted timetable comes somewhere among them. */
function instructorPools(random: Random, { sections, instructors, staffOf }: Campus): number[][] {
  return sections.map(({ instructor }) => {
    if (!random.chance(1 / pooledEvery)) return [instructor];
    const staff = staffOf[instructors[instructor]?.department ?? 0] ?? [];
    return random.shuffled([...new Set([instructor, random.pick(staff), random.pick(staff)])]);
  });
}

/** Sections with the same choice share a list. */
function createRoomCandidates(): (rooms: readonly number[]) => readonly Candidate[] {
  const known = new Map<string, Candidate[]>();
  return (rooms) => {
    const key = rooms.join();
    const list = known.get(key) ?? rooms.map((room) => ({ id: roomId(room) }));
    known.set(key, list);
    return list;
  };
}

function rules({ instructors }: Campus): RuleData[] {
  const all = { params: {}, hard: false, weight: 1 };
  const late = days.map((day) => ({ day, slots: Array.from({ length: slotCount - 2 }, (_, slot) => slot) }));
  const away = instructors.flatMap(({ away: cells }, index): RuleData[] =>
    cells.size === 0
      ? []
      : [
          {
            id: `away-${index}`,
            kind: 'unavailable',
            scope: { of: 'instructors', ids: [instructorId(index)] },
            params: { slots: slotsOf(cells) },
            hard: true,
            weight: 1,
          },
        ],
  );
  return [
    { ...all, id: 'seats', kind: 'roomCapacity', scope: { of: 'events' }, hard: true },
    { ...all, id: 'students', kind: 'studentConflict', scope: { of: 'events' } },
    { ...all, id: 'late', kind: 'preferredTime', scope: { of: 'events' }, params: { slots: late } },
    { ...all, id: 'gaps', kind: 'maxGapsPerDay', scope: { of: 'instructors' }, params: { max: 3 } },
    ...away,
  ];
}

function slotsOf(cells: ReadonlySet<number>): { readonly day: string; readonly slots: number[] }[] {
  return days.flatMap((day, index) => {
    const slots = Array.from({ length: slotCount }, (_, slot) => slot);
    const chosen = slots.filter((slot) => cells.has(index * slotCount + slot));
    return chosen.length === 0 ? [] : [{ day, slots: chosen }];
  });
}

function plantedTimetable({ sections }: Campus, pools: readonly (readonly number[])[]): TimetableData {
  return {
    assignments: sections.map(({ slot, room, instructor }, index) => ({
      eventId: sectionId(index),
      timeId: plainTimeId(days[Math.floor(slot / slotCount)] ?? '', slot % slotCount, 1, null),
      roomIds: [roomId(room)],
      instructorIds: (pools[index]?.length ?? 0) > 1 ? [instructorId(instructor)] : [],
    })),
  };
}
