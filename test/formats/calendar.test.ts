import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { calendarsWriter, calendarWriter } from '../../src/formats/calendar/calendar-writer.ts';
import type { ProjectContent, WriteOptions } from '../../src/formats/format.ts';
import { type ReadEvent, readCalendar } from './support/calendars.ts';
import { codesOf, remark, valueIn } from './support/files.ts';
import { type LectureWeek, lectureWeek } from './support/lecture-week.ts';

const berlin = { timeZone: 'Europe/Berlin' };

// This writer answers at once; the contract also allows promises.
const write = (content: ProjectContent, options: WriteOptions = berlin) =>
  calendarWriter.write(content, null, options) as Result<Uint8Array>;

function eventsOf(change: LectureWeek, options: WriteOptions = berlin): readonly ReadEvent[] {
  return readCalendar(valueIn(write(lectureWeek(change), options))).events;
}

function startsOf(change: LectureWeek, summary = 'Algebra', options: WriteOptions = berlin): readonly string[] {
  const event = eventsOf(change, options).find((entry) => entry.summary === summary);
  return event?.occurrences.map(([start]) => start) ?? [];
}

/** The same day and hour in each of these weeks of the term, in UTC as given for each of them. */
const term = (fields: object) => ({
  calendar: { term: { startDate: '2026-10-12', weeks: 6, holidays: [], ...fields } },
});

describe('every meeting has its dates', () => {
  // 08:00 on Mondays from 12 October to 16 November. Offsets from the published rules of each zone.
  test.each([
    ['Europe/Berlin', ['12T06', '19T06', '26T07', '02T07', '09T07', '16T07']],
    ['America/New_York', ['12T12', '19T12', '26T12', '02T13', '09T13', '16T13']],
    ['Asia/Kathmandu', ['12T02:15', '19T02:15', '26T02:15', '02T02:15', '09T02:15', '16T02:15']],
  ])('at the right instants in %s, where clocks may change within the term', (timeZone, expected) => {
    const months = ['10', '10', '10', '11', '11', '11'];
    const instants = expected.map((day, week) => `2026-${months[week]}-${day.includes(':') ? day : `${day}:00`}Z`);
    expect(startsOf({}, 'Algebra', { timeZone })).toEqual(instants);
  });

  test('also where the clock goes forward, south of the equator', () => {
    const change = term({ startDate: '2026-09-28', weeks: 2 });
    expect(startsOf(change, 'Algebra', { timeZone: 'Australia/Sydney' })).toEqual([
      '2026-09-27T22:00Z',
      '2026-10-04T21:00Z',
    ]);
  });

  test('last as long as the slots, until midnight as well', () => {
    const slots = [
      { start: '08:00', end: '09:00' },
      { start: '21:30', end: '24:00' },
    ];
    const calendar = { slots, term: { startDate: '2026-11-02', weeks: 1, holidays: [] } };
    const [algebra] = eventsOf({ calendar, times: { algebra: 'd1@1+1' }, events: { algebra: { duration: 1 } } });
    expect(algebra?.occurrences).toEqual([['2026-11-02T20:30Z', '2026-11-02T23:00Z']]);
  });

  test('but not on holidays, of which the first and the last week may consist', () => {
    const holidays = [
      { name: 'Begin', from: '2026-10-12', to: '2026-10-13' },
      { name: 'Break', from: '2026-10-24', to: '2026-10-31' },
      { name: 'End', from: '2026-11-16', to: '2026-11-16' },
    ];
    expect(startsOf(term({ holidays }))).toEqual(['2026-10-19T06:00Z', '2026-11-02T07:00Z', '2026-11-09T07:00Z']);
    expect(eventsOf(term({ holidays })).map(({ properties }) => properties.includes('exdate'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('on weekdays that need not follow each other, nor begin with Monday', () => {
    const days = [7, 1, 3].map((weekday, index) => ({ id: `d${index + 1}`, name: `Day ${index}`, weekday }));
    const change = { calendar: { days, term: { startDate: '2026-11-01', weeks: 2, holidays: [] } } };
    expect(startsOf(change)).toEqual(['2026-11-01T07:00Z', '2026-11-08T07:00Z']);
    expect(startsOf(change, 'Laboratory, part 1')).toEqual(['2026-11-02T08:00Z', '2026-11-09T08:00Z']);
    expect(startsOf(change, 'Seminar')).toEqual(['2026-11-04T09:00Z', '2026-11-11T09:00Z']);
  });
});

describe('weeks that differ', () => {
  const weekly = (weekCount: number, weeks: readonly number[], fields: object = {}): LectureWeek => ({
    calendar: { weekCount, ...term(fields).calendar },
    meetingTimes: [{ id: 'pattern', days: ['d1', 'd4'], start: 0, length: 2, weeks }],
    events: { algebra: { times: [{ id: 'pattern' }] } },
    times: { algebra: 'pattern' },
  });
  const days = (change: LectureWeek) => startsOf(change).map((start) => start.slice(5, 10));
  const propertiesOf = (change: LectureWeek) => eventsOf(change)[0]?.properties ?? [];

  test('alternate: every second week, over a holiday as well', () => {
    const free = { name: 'Break', from: '2026-10-26', to: '2026-10-30' };
    expect(days(weekly(2, [0]))).toEqual(['10-12', '10-15', '10-26', '10-29', '11-09', '11-12']);
    expect(days(weekly(2, [1]))).toEqual(['10-19', '10-22', '11-02', '11-05', '11-16', '11-19']);
    expect(days(weekly(2, [0], { holidays: [free] }))).toEqual(['10-12', '10-15', '11-09', '11-12']);
    expect(propertiesOf(weekly(2, [0]))).not.toContain('exdate');
  });

  test('begin in the middle of a week when its first day is free', () => {
    const holidays = [{ name: 'Start', from: '2026-10-12', to: '2026-10-12' }];
    expect(days(weekly(2, [0], { holidays }))).toEqual(['10-15', '10-26', '10-29', '11-09', '11-12']);
  });

  test('follow no rule: exceptions, or dates one by one when these would be in the majority', () => {
    const few = weekly(6, [0, 1, 3]);
    expect(days(few)).toEqual(['10-12', '10-15', '10-19', '10-22', '11-02', '11-05']);
    expect(propertiesOf(few)).toEqual(expect.arrayContaining(['rrule', 'exdate']));
    const sparse = weekly(6, [0, 1, 5]);
    const rare = {
      ...sparse,
      calendar: { ...sparse.calendar, weekCount: 12, term: { startDate: '2026-10-12', weeks: 12, holidays: [] } },
    };
    const scattered = {
      ...rare,
      meetingTimes: [{ id: 'pattern', days: ['d1'], start: 0, length: 2, weeks: [0, 1, 11] }],
    };
    expect(days(scattered)).toEqual(['10-12', '10-19', '12-28']);
    expect(propertiesOf(scattered)).toContain('rdate');
    expect(propertiesOf(scattered)).not.toContain('rrule');
  });

  test('of which the term has none are told, not written', () => {
    const result = write(
      lectureWeek({ ...weekly(8, [7]), times: { algebra: 'pattern', lab: 'd2@1/w0,1,2,3,4,5,6,7' } }),
    );
    expect(remark(result, 'write.withoutDate').value).toBe('1');
    expect(readCalendar(valueIn(result)).events.map(({ summary }) => summary)).not.toContain('Algebra');
  });
});

describe('who is in a calendar', () => {
  const summaries = (kind: 'group' | 'instructor' | 'room', id: string) =>
    eventsOf({}, { ...berlin, participant: { kind, id } }).map(({ summary }) => summary);

  test('groups around and inside, instructors, rooms', () => {
    expect(summaries('group', 'first-year')).toEqual(['Algebra', 'Laboratory, part 1']);
    expect(summaries('group', 'first-a')).toEqual(['Algebra', 'Laboratory, part 1']);
    expect(summaries('group', 'first-b')).toEqual(['Algebra']);
    expect(summaries('instructor', 'ben')).toEqual(['Laboratory, part 1']);
    expect(summaries('room', 'hall')).toEqual(['Algebra']);
  });

  test('nobody whom the project does not know', () => {
    const result = write(lectureWeek(), { ...berlin, participant: { kind: 'room', id: 'attic' } });
    expect(remark(result, 'write.unknownParticipant').value).toBe('attic');
  });

  test('everybody has a file of their own in the archive', async () => {
    const content = lectureWeek();
    const twins = content.problem.groups.map((group) => ({ ...group, name: 'a/b: c' }));
    const archive = valueIn(
      await calendarsWriter.write({ ...content, problem: { ...content.problem, groups: twins } }, null, berlin),
    );
    const files = unzipSync(archive);
    expect(Object.keys(files).sort()).toEqual([
      'groups/a_b_ c (2).ics',
      'groups/a_b_ c (3).ics',
      'groups/a_b_ c (4).ics',
      'groups/a_b_ c.ics',
      'instructors/Ada Núñez.ics',
      'instructors/Ben.ics',
      'rooms/Hall; east, 1.ics',
      'rooms/Workshop.ics',
    ]);
    const ben = readCalendar(files['instructors/Ben.ics'] ?? new Uint8Array());
    expect(ben.name).toBe('Ben');
    expect(ben.events).toHaveLength(1);
  });
});

describe('text', () => {
  test('with separators, line ends and long letters comes back as it was', () => {
    const name = 'Größe, Maß; C:\\temp\nzweite Zeile — 漢字かな交じり文 👩‍🏫👩‍🏫👩‍🏫 '.repeat(4).trim();
    const bytes = valueIn(write(lectureWeek({ events: { algebra: { name } } })));
    const [algebra] = readCalendar(bytes).events;
    expect(algebra?.summary).toBe(name);
    expect(algebra?.location).toBe('Hall; east, 1');
    expect(algebra?.description).toBe('Algebra\nAda Núñez\nFirst year');
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });
});

describe('importing again', () => {
  test('meets the same events, and later changes count', () => {
    const uids = (change: LectureWeek, options = {}) =>
      eventsOf(change, { ...berlin, ...options }).map(({ uid }) => uid);
    expect(uids({ times: { algebra: 'd5@0', lab: 'd4@0', seminar: 'd1@0' } })).toEqual(uids({}));
    expect(new Set(uids({})).size).toBe(3);
    expect(uids({}, { projectId: 'other' })).not.toEqual(uids({}));
    const sequence = (changedAt: string) => eventsOf({}, { ...berlin, changedAt })[0]?.sequence ?? 0;
    expect(sequence('2026-11-01T10:00:01Z')).toBeGreaterThan(sequence('2026-11-01T10:00:00Z'));
    expect(eventsOf({})[0]?.sequence).toBe(sequence('2026-09-01T10:00:00Z'));
  });

  test('in another room replaces what is there, in scripts of three octets a letter as well', () => {
    const { problem, timetables } = lectureWeek({
      events: { algebra: { name: 'भौतिक विज्ञान प्रयोगशाला अभ्यास, भाग दुई' } },
    });
    const inRoom = (roomId: string, name: string, writtenAt: string) => {
      const held = timetables.map((own) => ({
        ...own,
        timetable: {
          assignments: own.timetable.assignments.map((one) =>
            one.eventId === 'algebra' ? { ...one, roomIds: [roomId] } : one,
          ),
        },
      }));
      const rooms = problem.rooms.map((room) => (room.id === roomId ? { ...room, name } : room));
      return valueIn(write({ problem: { ...problem, rooms }, timetables: held }, { ...berlin, writtenAt }));
    };
    const hall = 'القاعة الكبرى في الطابق الثاني من المبنى الرئيسي';
    const files = [
      inRoom('hall', hall, '2026-11-02T08:00:00Z'),
      inRoom('workshop', 'प्रयोगशाला', '2026-11-03T08:00:00Z'),
    ];
    const [before, after] = files.map((file) => readCalendar(file).events[0]);
    expect([before?.location, after?.location]).toEqual([hall, 'प्रयोगशाला']);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    const octets = files
      .flatMap((file) => Buffer.from(file).toString('latin1').split('\r\n'))
      .map((line) => line.length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  });

  test('what is handed out later counts, also of a timetable that was changed before, and says when', () => {
    const before = { ...berlin, changedAt: '2026-11-01T10:00:00Z', writtenAt: '2026-11-02T08:00:00Z' };
    // another timetable is chosen, or a slot begins at another time: the chosen timetable itself is older
    const after = { ...berlin, changedAt: '2026-10-20T10:00:00Z', writtenAt: '2026-11-02T08:00:01Z' };
    const sequence = (options: WriteOptions) => eventsOf({}, options)[0]?.sequence ?? 0;
    expect(sequence(after)).toBeGreaterThan(sequence(before));
    expect(sequence({ ...before, writtenAt: '2026-10-31T00:00:00Z' })).toBe(sequence({ ...before, writtenAt: '' }));
    const lines = new TextDecoder().decode(valueIn(write(lectureWeek(), after))).split('\r\n');
    expect(lines).toContain('DTSTAMP:20261102T080001Z');
    expect(lines).toContain('LAST-MODIFIED:20261102T080001Z');
  });
});

describe('what cannot be a calendar is a reason', () => {
  test.each<[string, LectureWeek, WriteOptions]>([
    [
      'write.longWeek',
      { calendar: { days: Array.from({ length: 10 }, (_, day) => ({ id: `d${day + 1}`, name: `${day}` })) } },
      {},
    ],
    ['write.timeZone', {}, { timeZone: 'Mars/Olympus' }],
  ])('%s', (code, change, options) => {
    const result = write(lectureWeek(change), { ...berlin, ...options });
    expect(result.ok).toBe(false);
    expect(remark(result, code).advice).not.toBeUndefined();
  });

  test('no term: the advice says what to enter', async () => {
    const content = lectureWeek();
    const { term: _, ...calendar } = content.problem.calendar;
    const undated = { ...content, problem: { ...content.problem, calendar } };
    expect(codesOf(write(undated))).toEqual(['write.noTerm']);
    expect(codesOf(await calendarsWriter.write(undated, null, berlin))).toEqual(['write.noTerm']);
    expect(remark(write(undated), 'write.noTerm').advice).toContain('first day');
  });

  test('unplaced lectures are counted', () => {
    expect(remark(write(lectureWeek({ times: { algebra: 'd1@0' } })), 'write.unplaced').value).toBe('2');
  });
});
