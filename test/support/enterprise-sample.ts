import type { ProblemData } from '../../src/domain/problem-data.ts';
import { gzip } from '../../src/formats/gzip.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { dayNames, trees } from '../../src/formats/samples/sample-parts.ts';
import { enterpriseProblem, enterpriseSize } from './enterprise-problem.ts';

/** Where the sample is, below `public`. */
export const enterpriseSampleFile = 'samples/enterprise.horarium.json.gz';

const subjects = [
  'Accounting',
  'Acoustics',
  'Agronomy',
  'Algebra',
  'Anatomy',
  'Archaeology',
  'Astronomy',
  'Biochemistry',
  'Botany',
  'Calculus',
  'Cartography',
  'Ceramics',
  'Chemistry',
  'Choir',
  'Commercial Law',
  'Composition',
  'Cryptography',
  'Databases',
  'Demography',
  'Drama',
  'Ecology',
  'Econometrics',
  'Electronics',
  'Ethics',
  'Film',
  'Finance',
  'Fluid Mechanics',
  'Forestry',
  'Genetics',
  'Geodesy',
  'Geology',
  'Geometry',
  'Graphics',
  'Harmony',
  'History',
  'Hydrology',
  'Immunology',
  'Linguistics',
  'Logic',
  'Logistics',
  'Marketing',
  'Meteorology',
  'Microbiology',
  'Networks',
  'Numerics',
  'Nursing',
  'Nutrition',
  'Operating Systems',
  'Optics',
  'Painting',
  'Pedagogy',
  'Pharmacology',
  'Phonetics',
  'Physiology',
  'Poetry',
  'Probability',
  'Psychology',
  'Robotics',
  'Rhetoric',
  'Statics',
  'Statistics',
  'Thermodynamics',
  'Topology',
  'Zoology',
];

/**
 * The university of the scale measurements under names that read like some, with its planted timetable. Always the same
 * bytes before compression.
 */
export function enterpriseSample(): Uint8Array {
  const { problem, planted } = enterpriseProblem(enterpriseSize(1));
  const createdAt = '2026-01-01T00:00:00.000Z';
  const timetables = [{ id: 'planned', name: 'As planned', createdAt, timetable: planted }];
  return printHorarium({ problem: named(problem), timetables });
}

export function compressedEnterpriseSample(): Promise<Uint8Array> {
  return gzip(enterpriseSample());
}

function named(problem: ProblemData): ProblemData {
  const floorRooms = 40;
  const roomsOf = new Map<string, number>();
  return {
    ...problem,
    name: 'Great Plain University',
    calendar: {
      ...problem.calendar,
      days: problem.calendar.days.map((day, index) => ({ ...day, name: dayNames[index] ?? day.name })),
    },
    courses: problem.courses.map((course, index) => ({
      ...course,
      name: `${subjects[index % subjects.length]} ${101 + Math.floor(index / subjects.length)}`,
    })),
    instructors: problem.instructors.map((instructor, index) => ({ ...instructor, name: personName(index) })),
    rooms: problem.rooms.map((room) => {
      const building = room.building ?? '';
      const number = roomsOf.get(building) ?? 0;
      roomsOf.set(building, number + 1);
      const floor = 1 + Math.floor(number / floorRooms);
      return { ...room, name: `${building.replace('Building ', '')}.${floor * 100 + (number % floorRooms)}` };
    }),
  };
}

/** 26 × 26 initials with every tree. */
function personName(index: number): string {
  const letter = (number: number) => String.fromCharCode(65 + (number % 26));
  const round = Math.floor(index / trees.length);
  return `${letter(round)}. ${letter(Math.floor(round / 26) * 7 + index)}. ${trees[index % trees.length]}`;
}
