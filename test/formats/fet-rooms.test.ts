import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Result } from '../../src/domain/result.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { fetReader } from '../../src/formats/fet/fet.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { constraint, type FetParts, fetText } from './support/fet-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';

// The reader answers at once; the contract also allows a promise.
function read(parts: FetParts): Result<ProjectContent> {
  return fetReader.read([textFile('school.fet', fetText(parts))]) as Result<ProjectContent>;
}

const problemIn = (space: string, rooms?: string) =>
  valueIn(read(rooms === undefined ? { space } : { space, rooms })).problem;

/** Candidate rooms of each event that needs one. */
function candidates({ events }: ProblemData): Record<string, string[]> {
  return Object.fromEntries(
    events.flatMap(({ id, roomCount, rooms }) =>
      roomCount === 0 ? [] : [[id, (rooms ?? []).map((room) => room.id)] as const],
    ),
  );
}

const wants = (by: string, fields: Record<string, string | number>, rooms: readonly string[], percent = 100) =>
  rooms.length === 1
    ? constraint(`${by}PreferredRoom`, { ...fields, Room: rooms[0] ?? '' }, percent)
    : constraint(`${by}PreferredRooms`, { ...fields, Preferred_Room: rooms }, percent);

describe('preferred rooms', () => {
  test('are the candidates of the activities they are about', () => {
    const space =
      wants('Subject', { Subject: 'Latin' }, ['Hall', 'Attic']) +
      wants('ActivityTag', { Activity_Tag: 'core' }, ['Hall', 'Lab']) +
      wants('Activity', { Activity_Id: 7 }, ['Lab']);
    expect(candidates(problemIn(space))).toEqual({
      1: ['Hall', 'Lab'],
      2: ['Hall', 'Lab'],
      3: ['Hall', 'Lab'],
      5: ['Hall', 'Attic'],
      7: ['Lab'],
    });
    expect(
      candidates(problemIn(wants('SubjectActivityTag', { Subject: 'Maths', Activity_Tag: 'core' }, ['Lab']))),
    ).toEqual({
      1: ['Lab'],
      2: ['Lab'],
      3: ['Lab'],
    });
  });

  test('of two subjects that want the same are one rule, as when they are read back activity by activity', () => {
    const space =
      wants('Subject', { Subject: 'Maths' }, ['Hall', 'Lab'], 50) +
      wants('Subject', { Subject: 'Latin' }, ['Hall', 'Lab'], 50);
    const rules = problemIn(space).rules.filter(({ kind }) => kind === 'roomSuitability');
    expect(rules.map(({ scope }) => scope)).toEqual([{ of: 'events', ids: ['1', '2', '3', '5', '7'] }]);
    // What is asked twice of an activity counts twice.
    const twice = problemIn(space + wants('Activity', { Activity_Id: 5 }, ['Hall', 'Lab'], 50)).rules;
    expect(twice.filter(({ kind }) => kind === 'roomSuitability').map(({ scope }) => scope.ids)).toEqual([
      ['1', '2', '3', '5', '7'],
      ['5'],
    ]);
  });

  test('that all must be kept leave the rooms they have in common', () => {
    const space =
      wants('Subject', { Subject: 'Latin' }, ['Hall', 'Attic']) +
      wants('Activity', { Activity_Id: 5 }, ['Attic', 'Lab']);
    expect(candidates(problemIn(space))).toEqual({ 5: ['Attic'] });
  });

  test('that exclude each other are said, and one of them is broken', () => {
    const space = wants('Subject', { Subject: 'Latin' }, ['Hall']) + wants('Activity', { Activity_Id: 5 }, ['Lab']);
    const result = read({ space });
    expect(remark(result, 'fet.noCommonRoom').value).toBe('5');
    expect(hardIn(valueIn(result).problem, { 5: ['day1@0', 'Lab'] })).toBe(1);
  });

  test('home rooms count only where nothing else is wanted, for activities of that set or teacher alone', () => {
    const space =
      constraint('StudentsSetHomeRoom', { Students: 'Year 7', Room: 'Hall' }) +
      constraint('TeacherHomeRooms', { Teacher: 'Ben', Preferred_Room: ['Lab', 'Attic'] }) +
      wants('Activity', { Activity_Id: 2 }, ['Attic']);
    expect(candidates(problemIn(space))).toEqual({ 1: ['Hall'], 2: ['Attic'], 3: ['Hall'], 4: ['Lab', 'Attic'] });
  });

  test('that are soft may be missed, or no room be used, at their price', () => {
    const problem = problemIn(wants('Subject', { Subject: 'Latin' }, ['Lab', 'Attic'], 80));
    const [lab = '', attic = '', none = ''] = candidates(problem)[5] ?? [];
    expect([lab, attic]).toEqual(['Lab', 'Attic']);
    expect(softIn(problem, { 5: ['day1@0', lab] })).toBe(0);
    expect(softIn(problem, { 5: ['day1@0', none] })).toBe(4);
  });

  test('seats must be enough', () => {
    const problem = problemIn(wants('Activity', { Activity_Id: 4 }, ['Attic', 'Lab']));
    expect(hardIn(problem, { 4: ['day1@0', 'Lab'] })).toBe(0);
    expect(hardIn(problem, { 4: ['day1@0', 'Attic'] })).toBe(32 - 20);
  });

  test('that are locked permanently are locked', () => {
    const space = constraint('ActivityPreferredRoom', { Activity_Id: 7, Room: 'Lab', Permanently_Locked: true });
    expect(problemIn(space).events.find(({ id }) => id === '7')?.lock).toEqual({ roomIds: ['Lab'] });
  });
});

describe('virtual rooms', () => {
  const room = (name: string, inside = '') =>
    `<Room><Name>${name}</Name><Capacity>60</Capacity><Virtual>${inside !== ''}</Virtual>${inside}</Room>`;
  const set = (...names: string[]) =>
    `<Set_of_Real_Rooms>${names.map((name) => `<Real_Room>${name}</Real_Room>`).join('')}</Set_of_Real_Rooms>`;
  const real = room('Hall') + room('Lab') + room('Attic');

  test('with one real room in each set are all of these', () => {
    const problem = problemIn(
      wants('Activity', { Activity_Id: 7 }, ['Both']),
      real + room('Both', set('Hall') + set('Lab')),
    );
    expect(problem.events.find(({ id }) => id === '7')).toMatchObject({
      roomCount: 2,
      rooms: [{ id: 'Hall' }, { id: 'Lab' }],
    });
  });

  test('with a choice are read as rooms, which is said', () => {
    const rooms = real + room('Some', set('Hall', 'Lab') + set('Attic', 'Lab'));
    const result = read({ space: wants('Activity', { Activity_Id: 7 }, ['Some']), rooms });
    expect(remark(result, 'fet.virtualRoom').value).toBe('Some');
    expect(valueIn(result).problem.rooms.at(-1)).toMatchObject({ id: 'Some', shareable: 2 });
    expect(codesOf(read({ rooms }))).not.toContain('fet.virtualRoom');
  });
});

/** Score of a timetable of a few events: time and room by event. */
function scoreIn(problem: ProblemData, placed: Record<string, readonly [time: string, room: string]>) {
  const built = valueIn(buildProblem(problem));
  const assignments = Object.entries(placed).map(([eventId, [timeId, room]]) => {
    return { eventId, timeId, roomIds: [room], instructorIds: [] };
  });
  return evaluate(built, valueIn(fromTimetableData(built, { assignments }))).score;
}

const hardIn = (...args: Parameters<typeof scoreIn>) => scoreIn(...args).hard;
const softIn = (...args: Parameters<typeof scoreIn>) => scoreIn(...args).soft;
