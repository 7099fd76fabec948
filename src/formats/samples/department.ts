import type { EventData, ProblemData } from '../../domain/problem-data.ts';
import { Random } from '../../domain/random.ts';
import { engineDays, type Periods } from '../schedule-engine/availability.ts';
import type { EngineCourse, EngineGroup, EngineInput, EngineInstructor, EngineRoom } from '../schedule-engine/input.ts';
import { problemOfEngine } from '../schedule-engine/problem.ts';
import { type Option, type PlantedSample, plant, plantedTimetable } from './plant.ts';
import { pickOptions } from './sample-parts.ts';

const open = { from: 10, to: 17 };
const slotCount = open.to - open.from;
const instructorCount = 190;
const lectureRooms = 45;

const programmes = [
  'Civil Works',
  'Electrical Systems',
  'Electronics',
  'Machines',
  'Software',
  'Architecture',
] as const;
const years = [1, 2, 3, 4] as const;

/** Topics of a programme and year; together with the year they name its courses. */
const topics = ['Foundations', 'Analysis', 'Design', 'Measurement', 'Practice'] as const;

/** Laboratories and how many rooms there are of each. */
const laboratories: readonly (readonly [feature: string, rooms: number])[] = [
  ['materials lab', 5],
  ['circuits lab', 5],
  ['signals lab', 5],
  ['workshop', 5],
  ['computer lab', 6],
  ['drawing hall', 5],
];

/**
 * A faculty of the schedule-engine's shape: 46 sections in two subgroups each, some 450 courses (theory and practical),
 * 190 instructors in qualified pools, 76 rooms, six days of seven hours. Has a timetable without any hard violation.
 */
export function departmentSample(): PlantedSample {
  const random = new Random(450);
  const draft: EngineInput = { ...sectionsAndCourses(), instructors: [], rooms: rooms() };
  const input: EngineInput = { ...draft, instructors: instructorsFor(draft.courses, random) };
  return withAvailability(input, random);
}

function problemOf(input: EngineInput): ProblemData {
  const assumptions = {
    name: 'Riverside Faculty of Engineering',
    open,
    rounding: 'inward',
    keepDaysApart: true,
  } as const;
  return problemOfEngine(input, assumptions, []);
}

/** Two sections a programme and year, save two programmes with one in their last year: 46. */
function sectionsAndCourses(): Pick<EngineInput, 'courses' | 'groups'> {
  const courses: EngineCourse[] = [];
  const groups: EngineGroup[] = [];
  programmes.forEach((programme, index) => {
    const letter = programme[0] ?? '';
    for (const year of years) {
      const sections = year === 4 && index >= 4 ? ['A'] : ['A', 'B'];
      for (const section of sections) {
        const id = `${letter}${index + 1}${year}${section}`;
        const codes = topics.map((_, topic) => `${id}${topic + 1}`);
        topics.forEach((topic, position) => {
          courses.push(courseOf(codes[position] as string, `${programme}: ${topic} ${year}`, index, year, position));
        });
        groups.push({
          id,
          name: `${programme}, year ${year}, section ${section}`,
          size: 48,
          courses: codes,
          subgroups: ['1', '2'].map((half) => ({ id: `${id}-${half}`, size: 24 })),
          availability: null,
        });
      }
    }
  });
  return { courses, groups };
}

function courseOf(code: string, title: string, programme: number, year: number, position: number): EngineCourse {
  // The first topic has no practical in the first years, and longer ones belong to later topics.
  const practicalHours = position === 0 && year < 3 ? 0 : [2, 2, 1, 3, 3][position];
  const lab = laboratories[(programme + (position > 2 ? year : 0)) % laboratories.length]?.[0] ?? '';
  return {
    code,
    title,
    theoryHours: [4, 4, 4, 3, 2][position] ?? 4,
    practicalHours: practicalHours ?? 0,
    features: [lab],
    needsScheduling: true,
  };
}

function rooms(): EngineRoom[] {
  const lecture = Array.from({ length: lectureRooms }, (_, index): EngineRoom => {
    const floor = 1 + Math.floor(index / 15);
    const id = `L${floor}${String((index % 15) + 1).padStart(2, '0')}`;
    return { id, name: `Lecture room ${id}`, capacity: 48, type: 'Lecture', features: [], availability: null };
  });
  const practical = laboratories.flatMap(([feature, count]) =>
    Array.from({ length: count }, (_, index): EngineRoom => {
      const id = `${feature[0]?.toUpperCase()}${feature[1]}${index + 1}`;
      const name = `${feature[0]?.toUpperCase()}${feature.slice(1)} ${index + 1}`;
      return { id, name, capacity: 24, type: 'Practical', features: [feature], availability: null };
    }),
  );
  return [...lecture, ...practical];
}

/** Three or four instructors for each component, the same number of components for everybody. */
function instructorsFor(courses: readonly EngineCourse[], random: Random): EngineInstructor[] {
  const components = courses.flatMap(({ code, practicalHours }) => [
    { code, practical: false },
    ...(practicalHours > 0 ? [{ code, practical: true }] : []),
  ]);
  const qualifications = Array.from(
    { length: instructorCount },
    () => new Map<string, { code: string; practical: boolean }>(),
  );
  let turn: number[] = [];
  for (const component of random.shuffled(components)) {
    const size = 3 + random.below(2);
    for (let place = 0; place < size; place++) {
      if (turn.length === 0) turn = random.shuffled(qualifications.map((_, index) => index));
      const index = turn.pop() as number;
      qualifications[index]?.set(`${component.code} ${component.practical}`, component);
    }
  }
  return qualifications.map((entries, index): EngineInstructor => {
    const number = String(index + 1).padStart(3, '0');
    return {
      id: `I${number}`,
      name: `Instructor ${number}`,
      qualifications: [...entries.values()],
      availability: null,
      maxLoad: null,
    };
  });
}

/** Every second instructor is there only around the hours in which a timetable that works needs them. */
function withAvailability(input: EngineInput, random: Random): PlantedSample {
  const problem = problemOf(input);
  const apart = new Map<string, string>();
  for (const rule of problem.rules) {
    if (rule.kind === 'differentDays') for (const id of rule.scope.ids ?? []) apart.set(id, rule.id);
  }
  const subgroups = new Map(input.groups.map((group) => [group.id, group.subgroups.map((subgroup) => subgroup.id)]));
  const items = problem.events.map((event) => ({ options: optionsOf(event, subgroups, apart.get(event.id), random) }));
  const chosen = plant(items, random);
  if (chosen === null) throw new Error('The department sample has no timetable; change its seed');
  const used = new Map<string, number[]>();
  chosen.forEach((option, item) => {
    for (const key of items[item]?.options[option]?.keys ?? []) {
      const [who = '', day = '', slot] = key.split('/');
      if (slot !== undefined) used.set(`${who}/${day}`, [...(used.get(`${who}/${day}`) ?? []), Number(slot)]);
    }
  });
  const instructors = input.instructors.map((instructor, index) =>
    index % 2 === 0 ? instructor : { ...instructor, availability: periodsAround(instructor.id, used, random) },
  );
  return { problem: problemOf({ ...input, instructors }), timetable: plantedTimetable(problem.events, items, chosen) };
}

/** Whole stretches that contain the hours taught, an hour longer now and then, and one free day more. */
function periodsAround(id: string, used: ReadonlyMap<string, readonly number[]>, random: Random): Periods {
  const spare = random.below(engineDays.length);
  const periods = new Map<string, { start: number; end: number }[]>();
  engineDays.forEach((day, index) => {
    const slots = used.get(`${id}/${day}`) ?? [];
    if (slots.length === 0 && index !== spare) return;
    const first = slots.length === 0 ? 0 : Math.max(0, Math.min(...slots) - random.below(2));
    const last = slots.length === 0 ? slotCount : Math.min(slotCount, Math.max(...slots) + 1 + random.below(2));
    periods.set(day, [{ start: (open.from + first) * 60, end: (open.from + last) * 60 }]);
  });
  return periods;
}

/** All times with some of the rooms and instructors: more choice than that is not needed to find a timetable. */
function optionsOf(
  event: EventData,
  subgroups: ReadonlyMap<string, readonly string[]>,
  apart: string | undefined,
  random: Random,
): Option[] {
  const groups = event.groupIds.flatMap((id) => subgroups.get(id) ?? [id]);
  const someRooms = random.shuffled(event.rooms ?? []).slice(0, 3);
  return pickOptions(engineDays, slotCount, event.duration, []).flatMap(({ day, taken }) =>
    someRooms.flatMap((room) =>
      (event.instructors ?? []).map(({ id }) => ({
        timeId: `${day}@${taken[0]}`,
        roomIds: [room.id],
        instructorIds: [id],
        keys: [
          ...[...groups, room.id, id].flatMap((who) => taken.map((slot) => `${who}/${day}/${slot}`)),
          ...(apart === undefined ? [] : [`${apart}/${day}`]),
        ],
      })),
    ),
  );
}
