import type { EventData, ProblemData, RoomData, RuleData, SlotSelection } from '../../domain/problem-data.ts';
import { Random } from '../../domain/random.ts';
import { type Option, type PlantedSample, plant, plantedTimetable, type Seedling } from './plant.ts';
import { dayNames, pickOptions, trees } from './sample-parts.ts';

/** A subject of every class: lengths of its weekly lessons, teachers who share the classes, and its own room, if any. */
interface Subject {
  readonly id: string;
  readonly name: string;
  readonly lessons: readonly number[];
  readonly teachers: number;
  readonly rooms?: readonly string[];
}

const subjects: readonly Subject[] = [
  { id: 'math', name: 'Mathematics', lessons: [1, 1, 1, 1, 1], teachers: 4 },
  { id: 'lang', name: 'Language and literature', lessons: [1, 1, 1, 1, 1], teachers: 4 },
  { id: 'english', name: 'English', lessons: [1, 1, 1, 1], teachers: 3 },
  { id: 'science', name: 'Science', lessons: [2, 1, 1], teachers: 4, rooms: ['lab-1', 'lab-2'] },
  { id: 'history', name: 'History', lessons: [1, 1], teachers: 2 },
  { id: 'geography', name: 'Geography', lessons: [1, 1], teachers: 2 },
  { id: 'french', name: 'French', lessons: [1, 1], teachers: 2 },
  { id: 'sports', name: 'Sports', lessons: [2], teachers: 3, rooms: ['gym'] },
  { id: 'art', name: 'Art', lessons: [2], teachers: 2, rooms: ['studio'] },
  { id: 'music', name: 'Music', lessons: [1], teachers: 1, rooms: ['music'] },
  { id: 'computing', name: 'Computing', lessons: [1], teachers: 1, rooms: ['computers'] },
  { id: 'ethics', name: 'Ethics', lessons: [1], teachers: 2 },
];

const special: readonly RoomData[] = [
  { id: 'lab-1', name: 'Laboratory 1', capacity: 26, type: 'laboratory' },
  { id: 'lab-2', name: 'Laboratory 2', capacity: 26, type: 'laboratory' },
  { id: 'gym', name: 'Gym', capacity: 60, type: 'gym' },
  { id: 'studio', name: 'Art studio', capacity: 28, type: 'studio' },
  { id: 'music', name: 'Music room', capacity: 28, type: 'music' },
  { id: 'computers', name: 'Computer room', capacity: 28, type: 'computers' },
];

const slots = [
  { start: '08:00', end: '08:45' },
  { start: '08:50', end: '09:35' },
  { start: '09:55', end: '10:40' },
  { start: '10:45', end: '11:30' },
  { start: '11:30', end: '12:15', name: 'Lunch' },
  { start: '12:15', end: '13:00' },
  { start: '13:05', end: '13:50' },
  { start: '13:55', end: '14:40' },
];
const lunchSlot = 4;
const classNames = ['1', '2', '3', '4', '5'].flatMap((year) => [`${year}A`, `${year}B`]);

/** Ten classes, thirty teachers, five days of seven lessons around a lunch break. Has a complete timetable. */
export function schoolSample(): PlantedSample {
  const events = classNames.flatMap((name, index) => subjects.flatMap((subject) => lessonsOf(name, index, subject)));
  const items = events.map((event) => ({ options: optionsOf(event) }));
  const chosen = plant(items, new Random(2026));
  if (chosen === null) throw new Error('The school sample has no timetable; change its seed');
  const problem = problemOf(events, [...partTimeRules(items, chosen), ...wishes()]);
  return { problem, timetable: plantedTimetable(events, items, chosen) };
}

function problemOf(events: readonly EventData[], rules: readonly RuleData[]): ProblemData {
  const days = dayNames.slice(0, 5);
  return {
    name: 'Hillside School',
    calendar: {
      days: days.map((day) => ({ id: day.toLowerCase().slice(0, 3), name: day })),
      slots,
      weekCount: 1,
      breaks: [{ name: 'Lunch', slot: lunchSlot }],
      closed: [],
    },
    meetingTimes: [],
    courses: classNames.flatMap((name) =>
      subjects.map(({ id, name: title }) => ({ id: `${id}-${name}`, name: title })),
    ),
    rooms: [
      ...classNames.map((name) => ({ id: `room-${name}`, name: `Room ${name}`, capacity: 28, type: 'classroom' })),
      ...special,
    ],
    instructors: teacherIds().map((id, index) => ({ id, name: `${index % 2 === 0 ? 'Ms' : 'Mr'} ${trees[index]}` })),
    groups: classNames.map((name, index) => ({ id: name, name: `Class ${name}`, size: 22 + (index % 5) })),
    students: [],
    events,
    rules,
    notEnforced: [],
  };
}

function teacherIds(): string[] {
  return subjects.flatMap((subject) =>
    Array.from({ length: subject.teachers }, (_, index) => `${subject.id}-${index + 1}`),
  );
}

function lessonsOf(className: string, classIndex: number, subject: Subject): EventData[] {
  const teacher = `${subject.id}-${(classIndex % subject.teachers) + 1}`;
  const rooms = (subject.rooms ?? [`room-${className}`]).map((id) => ({ id }));
  return subject.lessons.map((duration, lesson) => ({
    id: `${subject.id}-${className}#${lesson + 1}`,
    courseId: `${subject.id}-${className}`,
    duration,
    rooms,
    instructors: [{ id: teacher }],
    groupIds: [className],
  }));
}

/** Every fifth teacher comes on some half days only: those in which a timetable that works does not need them. */
function partTimeRules(items: readonly Seedling[], chosen: readonly number[]): RuleData[] {
  const used = new Set(chosen.flatMap((option, item) => items[item]?.options[option]?.keys ?? []));
  const halves = [
    [0, 1, 2, 3],
    [5, 6, 7],
  ];
  return teacherIds()
    .filter((_, index) => index % 5 === 2)
    .map((teacher): RuleData => {
      const free: SlotSelection[] = dayNames.slice(0, 5).flatMap((name) => {
        const day = name.toLowerCase().slice(0, 3);
        const away = halves.filter((half) => half.every((slot) => !used.has(`${teacher}/${day}/${slot}`)));
        return away.length === 0 ? [] : [{ day, slots: away.flat() }];
      });
      return {
        id: `part-time-${teacher}`,
        kind: 'unavailable',
        scope: { of: 'instructors', ids: [teacher] },
        params: { slots: free.slice(0, 3) },
        hard: true,
        weight: 1,
        note: 'Works part-time.',
      };
    });
}

function optionsOf(event: EventData): Option[] {
  const people = [...event.groupIds, ...(event.instructors ?? []).map((candidate) => candidate.id)];
  const days = dayNames.slice(0, 5).map((name) => name.toLowerCase().slice(0, 3));
  return pickOptions(days, slots.length, event.duration, [lunchSlot]).flatMap(({ day, taken }) =>
    (event.rooms ?? []).map((room) => ({
      timeId: `${day}@${taken[0]}`,
      roomIds: [room.id],
      instructorIds: (event.instructors ?? []).map((candidate) => candidate.id),
      keys: [...people, room.id].flatMap((who) => taken.map((slot) => `${who}/${day}/${slot}`)),
    })),
  );
}

function wishes(): RuleData[] {
  const soft = { hard: false };
  return [
    { ...soft, id: 'gaps-classes', kind: 'maxGapsPerDay', scope: { of: 'groups' }, params: { max: 0 }, weight: 10 },
    {
      ...soft,
      id: 'gaps-teachers',
      kind: 'maxGapsPerDay',
      scope: { of: 'instructors' },
      params: { max: 1 },
      weight: 2,
    },
    { ...soft, id: 'spread', kind: 'differentDays', scope: { of: 'courses' }, params: {}, weight: 5 },
    {
      ...soft,
      id: 'teaching-load',
      kind: 'maxLoadPerDay',
      scope: { of: 'instructors' },
      params: { max: 5 },
      weight: 3,
    },
    { ...soft, id: 'seats', kind: 'roomCapacity', scope: { of: 'events' }, params: {}, weight: 1 },
  ];
}
