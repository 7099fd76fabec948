import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import type { Result } from '../../src/domain/result.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { itc2019Reader } from '../../src/formats/itc2019/itc2019.ts';
import { itc2019Writer } from '../../src/formats/itc2019/writer.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { datasetPath } from '../support/datasets.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';
import { codesOf, textFile, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

// Reader and writer answer at once; the contracts also allow promises.
const read = (text: string) => itc2019Reader.read([textFile('a.xml', text)]) as Result<ProjectContent>;
const write = (problem: ProblemData) => itc2019Writer.write({ problem, timetables: [] }, null) as Result<Uint8Array>;
const textOf = (result: Result<Uint8Array>) => new TextDecoder().decode(valueIn(result));

function expectThereAndBack(text: string): void {
  const { problem } = valueIn(read(text));
  const written = write(problem);
  expect(codesOf(written)).toEqual([]);
  expect(valueIn(read(textOf(written))).problem).toEqual(problem);
}

describe('what is read is written as it means', () => {
  test('random problems with every type of distribution', () => {
    for (let seed = 1; seed <= 10; seed++) expectThereAndBack(randomItc2019(new Random(seed)));
  });

  test('types that are not known keep their place', () => {
    const types = ['Mystery(1)', 'SameStart', 'Riddle', 'SameRoom'];
    const text = randomItc2019(new Random(3), types);
    expectThereAndBack(text);
    const written = textOf(write(valueIn(read(text)).problem));
    expect([...written.matchAll(/<distribution type="([^"]+)"/g)].map(([, type]) => type)).toEqual(
      types.flatMap((type) => [type, type]),
    );
  });

  test('slots that are not of five minutes', () => {
    const minutes = randomItc2019(new Random(4), ['MinGap(6)']);
    expectThereAndBack(minutes.replace('slotsPerDay="288"', 'slotsPerDay="720"'));
  });

  const folder = datasetPath('itc2019');
  describe.runIf(folder !== null)('published instances', () => {
    const files = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'));

    test.each(files)('%s', (name) => expectThereAndBack(readFileSync(join(folder ?? '', name), 'utf8')));
  });
});

describe('a project from elsewhere', () => {
  const rule = (kind: string, fields: Partial<RuleData>): RuleData => ({
    id: kind,
    kind,
    scope: { of: 'events' },
    params: {},
    hard: true,
    weight: 1,
    ...fields,
  });
  const withRules = (rules: readonly RuleData[], algebra: Partial<EventData> = {}) => ({
    ...lectureWeek({ events: { algebra } }).problem,
    rules,
  });
  const back = (problem: ProblemData) => valueIn(read(textOf(write(problem)))).problem;
  const algebraOf = (problem: ProblemData) => {
    const { events, calendar } = back(problem);
    const algebra = events.find(({ id }) => id === 'algebra');
    return { times: algebra?.times ?? [], rooms: algebra?.rooms ?? [], calendar };
  };

  test('becomes classes with the times and rooms that are possible', () => {
    const { times, rooms } = algebraOf(lectureWeek().problem);
    expect(times).toHaveLength(5 * 3);
    expect(times[0]).toEqual({ id: '10000/96+24/1' });
    expect(rooms).toEqual([{ id: 'hall' }, { id: 'workshop' }]);
    expect(codesOf(write(lectureWeek().problem))).toEqual([]);
  });

  test('keeps who cannot be in two places', () => {
    const attendees = back(lectureWeek().problem).rules.map(({ kind, scope }) => [kind, scope.ids]);
    // Subgroup A and one instructor have both events.
    expect(attendees).toEqual([
      ['sameAttendees', ['algebra', 'lab']],
      ['sameAttendees', ['algebra', 'lab']],
    ]);
  });

  test('turns rules about one event into candidates and penalties', () => {
    const slots = (day: string) => ({ slots: [{ day, slots: [0, 1] }] });
    const rules = [
      rule('unavailable', { id: 'away', scope: { of: 'instructors', ids: ['ada'] }, params: slots('d2') }),
      rule('roomSuitability', { params: { roomIds: ['hall'] }, hard: false, weight: 7 }),
      rule('roomCapacity', {}),
    ];
    const problem = withRules(rules, { size: 90 });
    const rooms = problem.rooms.map((room) => (room.id === 'hall' ? { ...room, capacity: 50 } : room));
    const algebra = algebraOf({ ...problem, rooms });
    expect(algebra.rooms).toEqual([{ id: 'workshop', penalty: 7 }]);
    expect(algebra.times.filter(({ id }) => id.startsWith('01000/')).map(({ id }) => id)).toEqual(['01000/120+24/1']);
  });

  test('keeps rules that are distributions, when a room is away, and weeks', () => {
    const problem: ProblemData = {
      ...withRules(
        [
          rule('minMinutesBetween', {
            params: { minutes: 35 },
            scope: { of: 'events', ids: ['lab', 'algebra'] },
            hard: false,
            weight: 4,
          }),
          rule('unavailable', {
            scope: { of: 'rooms', ids: ['hall'] },
            params: { slots: [{ day: 'd3', slots: [0, 1, 3], weeks: [1] }] },
          }),
        ],
        { weeks: [0] },
      ),
    };
    const text = textOf(write({ ...problem, calendar: { ...problem.calendar, weekCount: 2 } }));
    expect(text).toContain('<distribution type="MinGap(7)" penalty="4">\n<class id="lab"/>\n<class id="algebra"/>');
    expect(text).toContain('<unavailable days="00100" start="96" length="24" weeks="01"/>');
    expect(text).toContain('<unavailable days="00100" start="132" length="12" weeks="01"/>');
    expect(text).toContain('<time days="10000" start="96" length="24" weeks="10" penalty="0"/>');
  });

  test('says what got lost', () => {
    const problem = withRules([rule('maxGapsPerDay', { scope: { of: 'groups' } })], { roomCount: 2 });
    const remarks = write({ ...problem, students: [{ id: 's', eventIds: ['lab'] }] }).diagnostics;
    expect(remarks.map(({ code, value }) => [code, value])).toEqual([
      ['itc2019.notWritten', '1'],
      ['itc2019.notWritten', '1'],
      ['itc2019.notWritten', '1'],
    ]);
    expect(remarks.map(({ message }) => message).join()).toMatch(/maxGapsPerDay.*several rooms.*on their own/s);
  });

  test('no distribution is made of a rule that says less than it', () => {
    const scope = { of: 'events', ids: ['lab', 'algebra'] } as const;
    const written = write(
      withRules([
        rule('sameRoom', { id: 'a', scope, params: { following: true } }),
        rule('notOverlap', { id: 'b', scope, params: { otherTags: true } }),
      ]),
    );
    expect(textOf(written)).not.toMatch(/SameRoom|NotOverlap/);
    expect(codesOf(written)).toEqual(['itc2019.notWritten', 'itc2019.notWritten']);
  });

  test('has no course that nobody could attend, and nobody who asks for it', () => {
    const { problem } = lectureWeek();
    const [, ...others] = problem.courses;
    const courses = [
      { id: 'algebra', name: 'Algebra', configurations: [] },
      ...others,
      { id: 'reading', name: 'Reading' },
    ];
    const students = [{ id: 's', eventIds: [], courseIds: ['reading', 'algebra'] }];
    const again = back({ ...problem, courses, students });
    expect(again.courses.map(({ id, configurations }) => [id, configurations])).toEqual([
      ['algebra', [{ parts: [['algebra']] }]],
      ['lab', [{ parts: [['lab']] }]],
      ['seminar', [{ parts: [['seminar']] }]],
    ]);
    expect(again.students.map(({ courseIds }) => courseIds)).toEqual([['algebra']]);
    expect(
      write({ ...problem, courses })
        .diagnostics.map(({ message }) => message)
        .join(),
    ).toMatch(/courses without events/);
  });

  test('has no number that no reader takes', () => {
    const { problem } = lectureWeek({ events: { algebra: { size: 1_000_000 } } });
    const rooms = problem.rooms.map((room, index) => ({ ...room, capacity: index * 1_000_000 }));
    const capacity = { ...rule('roomCapacity', {}), hard: false, weight: 10 };
    const again = back({ ...problem, rooms, rules: [capacity] });
    expect(again.rooms.map((room) => room.capacity)).toEqual([0, 999_999]);
    expect(again.events[0]).toMatchObject({
      size: 999_999,
      rooms: [{ id: 'hall', penalty: 999_999 }, { id: 'workshop' }],
    });
  });

  test('of a school gives a file that is a problem again, whatever its names', () => {
    const { problem } = schoolSample();
    const events = problem.events.map((event) => ({ ...event, id: `${event.id} <&"'\n>` }));
    const again = back({ ...problem, events });
    expect(buildProblem(again).ok).toBe(true);
    expect(again.events.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort());
  });
});
