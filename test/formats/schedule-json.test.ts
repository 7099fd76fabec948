import { expect, test } from 'vitest';
import type { AssignmentData } from '../../src/domain/timetable.ts';
import { readScheduleEngine } from '../../src/formats/schedule-engine/schedule-engine.ts';
import { scheduleJsonWriter } from '../../src/formats/schedule-json.ts';
import { engineFiles, newerLists } from './support/engine-lists.ts';
import { codesOf, remark, valueIn } from './support/files.ts';

const { problem } = valueIn(readScheduleEngine(engineFiles(newerLists())));

async function written(assignments: readonly AssignmentData[]) {
  const timetables = [{ id: 't', name: 't', createdAt: '', timetable: { assignments } }];
  const result = await scheduleJsonWriter.write({ problem, timetables }, null);
  return { result, sessions: JSON.parse(new TextDecoder().decode(valueIn(result))) as Record<string, unknown>[] };
}

function assignment(eventId: string, timeId: string, roomId: string): AssignmentData {
  return { eventId, timeId, roomIds: [roomId], instructorIds: ['I1'] };
}

test('blocks of one course, groups, instructor and room are one session with merged times', async () => {
  const { sessions, result } = await written([
    assignment('BIO 1 TH B1 #3', 'Monday@2', 'R1'),
    assignment('BIO 1 TH B1 #1', 'Monday@0', 'R1'),
    assignment('BIO 1 TH B1 #2', 'Friday@5', 'R1'),
  ]);
  expect(sessions).toEqual([
    {
      course_id: 'BIO 1 (TH)',
      original_course_id: 'BIO 1',
      course_type: 'theory',
      course_name: 'Cells (Theory)',
      instructor_id: 'I1',
      instructor_name: 'Instructor 1',
      co_instructor_ids: [],
      group_ids: ['B1a', 'B1b'],
      room_id: 'R1',
      time: { Monday: [{ start: '10:00', end: '13:00' }], Friday: [{ start: '15:00', end: '17:00' }] },
    },
  ]);
  expect(remark(result, 'write.unplaced').value).toBe(String(problem.events.length - 3));
});

test('blocks with a pause between them and other rooms are kept apart', async () => {
  const { sessions } = await written([
    assignment('BIO 1 PR B1a #1', 'Sunday@0', 'R3'),
    assignment('BIO 1 PR B1a #2', 'Sunday@4', 'R3'),
    assignment('BIO 1 PR B1b #1', 'Monday@0', 'R3'),
  ]);
  expect(sessions.map((session) => [session.course_type, session.group_ids, session.time])).toEqual([
    [
      'practical',
      ['B1a'],
      {
        Sunday: [
          { start: '10:00', end: '13:00' },
          { start: '14:00', end: '17:00' },
        ],
      },
    ],
    ['practical', ['B1b'], { Monday: [{ start: '10:00', end: '13:00' }] }],
  ]);
});

test('without a timetable there is nothing to write', async () => {
  expect(codesOf(await scheduleJsonWriter.write({ problem, timetables: [] }, null))).toEqual(['write.noTimetable']);
});
