import { Random } from '../../src/domain/random.ts';

const [days, periods, courseCount, roomCount] = [5, 5, 18, 4] as const;

/**
 * An ITC-2007 instance of our own, made by a fixed seed: easy to place, but never free of cost, because one course has
 * more students than any room has seats.
 */
export function ownCtt(): string {
  const random = new Random(11);
  const courses = Array.from({ length: courseCount }, (_, course) => ({
    name: `Course${String(course + 1).padStart(2, '0')}`,
    teacher: `Teacher${(course % 9) + 1}`,
    lectures: 2 + random.below(3),
    students: course === 0 ? 150 : 20 + random.below(60),
  }));
  const curricula = Array.from({ length: 6 }, (_, index) => {
    const members = courses.slice(index * 3, index * 3 + 3).map(({ name }) => name);
    return `Year${index + 1} ${members.length} ${members.join(' ')}`;
  });
  const closed = courses.slice(0, 6).map(({ name }, index) => `${name} ${index % days} ${(index * 2) % periods}`);
  const lines = [
    'Name: Own instance',
    `Courses: ${courses.length}`,
    `Rooms: ${roomCount}`,
    `Days: ${days}`,
    `Periods_per_day: ${periods}`,
    `Curricula: ${curricula.length}`,
    `Constraints: ${closed.length}`,
    '',
    'COURSES:',
    ...courses.map(({ name, teacher, lectures, students }) => `${name} ${teacher} ${lectures} 2 ${students}`),
    '',
    'ROOMS:',
    ...[100, 80, 60, 50].map((seats, room) => `Room${room + 1} ${seats}`),
    '',
    'CURRICULA:',
    ...curricula,
    '',
    'UNAVAILABILITY_CONSTRAINTS:',
    ...closed,
    '',
    'END.',
  ];
  return `${lines.join('\n')}\n`;
}
