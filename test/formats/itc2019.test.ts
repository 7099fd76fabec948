import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { itc2019SolutionWriter } from '../../src/formats/itc2019/solution-writer.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';
import { itc2019Text as sound } from './support/itc2019-text.ts';

function changed(from: string, to: string) {
  expect(sound).toContain(from);
  return readFiles([textFile('tiny.xml', sound.replace(from, to))]);
}

async function soundProblem(): Promise<ProblemData> {
  return valueIn(await readFiles([textFile('tiny.xml', sound)])).problem;
}

describe('an ITC-2019 problem', () => {
  test('keeps only slots between instants at which a class may start or end', async () => {
    const { calendar } = await soundProblem();
    expect(calendar.slots.map(({ start, end }) => `${start}-${end}`)).toEqual([
      '08:00-08:50',
      '09:00-09:30',
      '09:30-10:00',
      '10:00-10:30',
    ]);
    expect(calendar.weekCount).toBe(4);
  });

  test('gives classes their candidates, weighted as the objective says', async () => {
    const { events, rooms } = await soundProblem();
    expect(events.map(({ id, roomCount, limit, parentId }) => [id, roomCount, limit, parentId])).toEqual([
      ['1', undefined, 2, undefined],
      ['2', 0, 1, '1'],
      ['3', undefined, undefined, undefined],
    ]);
    expect(events[0]?.times).toEqual([{ id: '1010000/96+10/1111', penalty: 6 }, { id: '0100000/108+18/1010' }]);
    expect(events[0]?.rooms).toEqual([{ id: '1', penalty: 12 }, { id: '2' }]);
    expect(rooms[0]?.travel).toEqual([{ roomId: '2', minutes: 15 }]);
  });

  test('turns distributions into rules by the clock, and keeps what it does not know', async () => {
    const { rules, notEnforced } = await soundProblem();
    const found = rules.map(({ kind, params, hard, weight }) => ({ kind, params, hard, weight }));
    expect(found).toContainEqual({ kind: 'maxWorkDay', params: { minutes: 120 }, hard: false, weight: 20 });
    const block = { minutes: 100, gap: 15, penalty: 2 };
    expect(found).toContainEqual({ kind: 'maxBlock', params: block, hard: false, weight: 5 });
    expect(found).toContainEqual({ kind: 'attendanceConflict', params: {}, hard: false, weight: 7 });
    expect(notEnforced).toEqual([
      {
        format: 'itc2019',
        kind: 'Mystery(1)',
        text: '<distribution type="Mystery(1)" required="true"><class id="1"/><class id="2"/></distribution>',
        count: 1,
      },
    ]);
  });

  test('closes a room in the slots and weeks of the file', async () => {
    const { rules } = await soundProblem();
    expect(rules.find(({ kind }) => kind === 'unavailable')?.params).toEqual({
      slots: [{ day: '0', slots: [0, 1], weeks: [1, 3] }],
    });
  });

  test('offers a student one class of each subpart, with its parent', async () => {
    const problem = valueIn(buildProblem(await soundProblem()));
    expect(problem.sectioning?.optionsOf[0]).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  test.each([
    ['a number that is none', 'start="96"', 'start="soon"', 'itc2019.number'],
    ['days of another week', 'days="1010000"', 'days="101"', 'itc2019.bits'],
    ['a time after midnight', 'start="96" length="10"', 'start="280" length="10"', 'itc2019.time'],
    ['a slot of no whole minutes', 'slotsPerDay="288"', 'slotsPerDay="287"', 'itc2019.slots'],
    ['a class without an id', '<class id="3">', '<class>', 'itc2019.missing'],
    ['an unknown room', '<room id="1"/>', '<room id="9"/>', 'problem.unknownReference'],
    ['an unknown parent', 'parent="1"', 'parent="77"', 'problem.unknownReference'],
    ['broken XML', '</courses>', '', 'xml.malformed'],
  ])('names %s', async (_name, from, to, code) => {
    const result = await changed(from, to);
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toContain(code);
  });

  test('says where a flaw is', async () => {
    expect(remark(await changed('start="96"', 'start="soon"'), 'itc2019.number').place).toBe('tiny.xml:13');
  });

  test('takes the cheaper of a time that is listed twice', async () => {
    const time = '<time days="0010000" start="120" length="6" weeks="1111"/>';
    const result = await changed(time, `${time.replace('/>', ' penalty="5"/>')}${time}`);
    expect(remark(result, 'itc2019.repeated').severity).toBe('warning');
    expect(valueIn(result).problem.events[2]?.times).toEqual([{ id: '0010000/120+6/1111' }]);
  });
});

describe('an ITC-2019 solution', () => {
  test('says when, where and with whom', async () => {
    const timetable = {
      assignments: [
        { eventId: '1', timeId: '1010000/96+10/1111', roomIds: ['2'], instructorIds: [] },
        { eventId: '2', timeId: '0010000/108+6/1111', roomIds: [], instructorIds: [] },
      ],
      enrolments: [{ studentId: '1', eventIds: ['1', '2'] }],
    };
    const content = { problem: await soundProblem(), timetables: [{ id: 't', name: 't', createdAt: '', timetable }] };
    const result = await itc2019SolutionWriter.write(content, 't');
    expect(codesOf(result)).toEqual(['write.unplaced']);
    expect(new TextDecoder().decode(valueIn(result)).split('\n').slice(1)).toEqual([
      '<solution name="tiny" technique="Local search">',
      '  <class id="1" days="1010000" start="96" weeks="1111" room="2">',
      '    <student id="1"/>',
      '  </class>',
      '  <class id="2" days="0010000" start="108" weeks="1111">',
      '    <student id="1"/>',
      '  </class>',
      '</solution>',
      '',
    ]);
  });
});

test('four megabytes are read within three seconds of the processor', async () => {
  const times = (start: number) =>
    Array.from({ length: 60 }, (_, index) => {
      const days = ['1000000', '0100000', '0010000', '1010000', '0101000'][index % 5];
      return `<time days="${days}" start="${start + 6 * (index % 12)}" length="10" weeks="1111" penalty="${index}"/>\n`;
    }).join('');
  const rooms = Array.from({ length: 20 }, (_, room) => `<room id="${room + 1}" penalty="${room}"/>\n`).join('');
  const courses = Array.from(
    { length: 840 },
    (_, course) =>
      `<course id="${course}"><config id="${course}"><subpart id="${course}"><class id="${course}" limit="30">${rooms}${times(96 + (course % 10))}</class></subpart></config></course>`,
  );
  const text =
    '<problem name="large" nrDays="7" slotsPerDay="288" nrWeeks="4"><rooms>' +
    `${Array.from({ length: 20 }, (_, room) => `<room id="${room + 1}" capacity="40"/>`).join('')}</rooms>` +
    `<courses>${courses.join('')}</courses></problem>`;
  expect(text.length).toBeGreaterThan(4_000_000);
  const start = process.cpuUsage();
  const { problem } = valueIn(await readFiles([textFile('large.xml', text)]));
  const { user, system } = process.cpuUsage(start);
  expect(problem.events).toHaveLength(840);
  expect((user + system) / 1e6).toBeLessThan(3);
});
