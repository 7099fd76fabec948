import type { EventData, ProblemData } from '../../domain/problem-data.ts';
import { hourlySlots } from '../hourly-slots.ts';
import { dayNames, trees } from './sample-parts.ts';

const classes = ['First year A', 'First year B', 'Second year A', 'Second year B'];

/** Subject, lessons a week of every class, and a room other than the class's own. */
const subjects: readonly (readonly [name: string, lessons: number, room?: string])[] = [
  ['Mathematics', 6],
  ['Language', 6],
  ['English', 5],
  ['History', 3],
  ['Geography', 3],
  ['Physics laboratory', 12, 'physics-lab'],
  ['Sports', 4, 'gym'],
  ['Art', 2],
];

/** One class has more lessons than the rest: 46 in a week of 45. */
const overloaded = 'First year B';
const extraLessons = 5;

/**
 * A small school that cannot have a timetable, for two reasons that counting shows: one class needs 46 hours in a week
 * of 45, and one laboratory is needed for 48 hours.
 */
export function impossibleSample(): ProblemData {
  const days = dayNames.slice(0, 5);
  return {
    name: 'Impossible school',
    calendar: {
      days: days.map((day) => ({ id: day.toLowerCase().slice(0, 3), name: day })),
      slots: hourlySlots(8, 9),
      weekCount: 1,
      breaks: [],
      closed: [],
    },
    meetingTimes: [],
    courses: classes.flatMap((name) => subjects.map(([subject]) => ({ id: courseId(name, subject), name: subject }))),
    rooms: [
      ...classes.map((name) => ({ id: `room ${name}`, name: `Room of ${name}`, capacity: 30, type: 'classroom' })),
      { id: 'physics-lab', name: 'Physics laboratory', capacity: 30, type: 'laboratory' },
      { id: 'gym', name: 'Gym', capacity: 60, type: 'gym' },
    ],
    instructors: trees
      .slice(0, subjects.length * 2)
      .map((tree, index) => ({ id: teacherId(index), name: `Ms ${tree}` })),
    groups: classes.map((name) => ({ id: name, name, size: 25 })),
    students: [],
    events: classes.flatMap((name, index) => eventsOf(name, index)),
    rules: [
      { id: 'gaps', kind: 'maxGapsPerDay', scope: { of: 'groups' }, params: { max: 0 }, hard: false, weight: 5 },
      { id: 'seats', kind: 'roomCapacity', scope: { of: 'events' }, params: {}, hard: false, weight: 1 },
    ],
    notEnforced: [],
  };
}

function eventsOf(className: string, classIndex: number): EventData[] {
  return subjects.flatMap(([subject, lessons, room], index) => {
    const extra = className === overloaded && subject === 'Mathematics' ? extraLessons : 0;
    return Array.from({ length: lessons + extra }, (_, lesson): EventData => {
      return {
        id: `${courseId(className, subject)} #${lesson + 1}`,
        courseId: courseId(className, subject),
        duration: 1,
        rooms: [{ id: room ?? `room ${className}` }],
        instructors: [{ id: teacherId(index * 2 + (classIndex % 2)) }],
        groupIds: [className],
      };
    });
  });
}

function courseId(className: string, subject: string): string {
  return `${subject}, ${className}`;
}

function teacherId(index: number): string {
  return `teacher ${index + 1}`;
}
