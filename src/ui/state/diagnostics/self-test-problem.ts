import type { EventData, ProblemData, RuleData } from '../../../domain/problem-data.ts';
import type { Score } from '../../../domain/score.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';

/**
 * A week whose best timetable is known without a search. Nobody can do better than `selfTestAnswer`:
 * - Two talks have one time and one instructor: one hard clash.
 * - Each group has six lessons on two days and may have two a day: two over for each of two groups, at weight 3.
 * - The assembly has 32 attendees, the largest room 30 seats: two seats missing, at weight 1.
 * Everything else can be had at no cost.
 */
export const selfTestAnswer: Score = { unplaced: 0, hard: 1, soft: 2 * 2 * 3 + 2 };

/** Far more than it takes, done in well under a second. */
export const selfTestSettings: RunSettings = {
  population: 4,
  generations: 10,
  crossoverRate: 0.1,
  mutationRate: 0.9,
  islands: 2,
  seed: 20,
  movesPerIndividual: 60_000,
  timeLimit: null,
  pace: 'moves',
  target: null,
  stagnation: null,
};

const lessons = (group: string, instructors: readonly string[]): EventData[] =>
  instructors.map((instructor, index) => ({
    id: `${group}${index + 1}`,
    courseId: `lessons-${group}`,
    duration: 1,
    instructors: [{ id: instructor }],
    groupIds: [group],
  }));

const talk = (id: string): EventData => ({
  id,
  courseId: 'talks',
  duration: 1,
  times: [{ id: 'mon@0' }],
  roomCount: 0,
  instructors: [{ id: 'y' }],
  groupIds: [],
});

const soft = (id: string, kind: string, of: RuleData['scope']['of'], weight: number, params = {}): RuleData => ({
  id,
  kind,
  scope: { of },
  params,
  hard: false,
  weight,
});

export const selfTestProblem: ProblemData = {
  name: 'Self-test',
  calendar: {
    days: [
      { id: 'mon', name: 'Monday' },
      { id: 'tue', name: 'Tuesday' },
    ],
    slots: ['08', '09', '10', '11'].map((hour, slot) => ({
      start: `${hour}:00`,
      end: `${String(slot + 9).padStart(2, '0')}:00`,
    })),
    weekCount: 1,
    breaks: [],
    closed: [],
  },
  meetingTimes: [],
  courses: ['lessons-a', 'lessons-b', 'assembly', 'talks'].map((id) => ({ id, name: id })),
  rooms: [
    { id: 'hall', name: 'Hall', capacity: 30 },
    { id: 'small', name: 'Small room', capacity: 15 },
  ],
  instructors: ['x', 'y', 'z'].map((id) => ({ id, name: id })),
  groups: [
    { id: 'a', name: 'Group a', size: 20 },
    { id: 'b', name: 'Group b', size: 12 },
  ],
  students: [],
  events: [
    ...lessons('a', ['x', 'x', 'y', 'y', 'y']),
    ...lessons('b', ['x', 'x', 'z', 'z', 'z']),
    { id: 'all', courseId: 'assembly', duration: 1, instructors: [{ id: 'z' }], groupIds: ['a', 'b'] },
    talk('talk1'),
    talk('talk2'),
  ],
  rules: [
    soft('load', 'maxLoadPerDay', 'groups', 3, { max: 2 }),
    soft('gaps', 'maxGapsPerDay', 'groups', 2, { max: 0 }),
    soft('seats', 'roomCapacity', 'events', 1),
    soft('one-room', 'roomStability', 'courses', 1, { max: 1 }),
  ],
  notEnforced: [],
};
