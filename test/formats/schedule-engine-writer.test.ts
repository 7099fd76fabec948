import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Result } from '../../src/domain/result.ts';
import type { SourceFile } from '../../src/formats/format.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { readScheduleEngine } from '../../src/formats/schedule-engine/schedule-engine.ts';
import { scheduleEngineWriter } from '../../src/formats/schedule-engine/writer.ts';
import { datasetPath } from '../support/datasets.ts';
import { type EngineLists, engineFiles, engineLists, newerLists } from './support/engine-lists.ts';
import { codesOf, remark, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

const read = (files: readonly SourceFile[]) => valueIn(readScheduleEngine(files)).problem;
// The writer answers at once; the contract also allows promises.
const write = (problem: ProblemData) =>
  scheduleEngineWriter.write({ problem, timetables: [] }, null) as Result<Uint8Array>;
const fileOf = (result: Result<Uint8Array>) => [{ name: 'lists.json', bytes: valueIn(result) }];

function expectThereAndBack(files: readonly SourceFile[]): void {
  const problem = read(files);
  const written = write(problem);
  expect(codesOf(written)).toEqual([]);
  expect(read(fileOf(written))).toEqual(problem);
}

describe('what is read is written as it means', () => {
  const rooms = engineLists.rooms;
  test.each<[string, Partial<EngineLists>]>([
    ['the older form', {}],
    ['the newer form', newerLists()],
    ['no room with the feature', { rooms: rooms.map((room) => ({ ...room, features: [] })) }],
    ['no room for practicals at all', { rooms: rooms.slice(0, 2) }],
    [
      'features of which each is enough',
      { rooms: [...rooms, { room_id: 'R6', capacity: 9, type: 'Hall', features: ['Microscopes', 'Sink'] }] },
    ],
    [
      'somebody who is never there',
      {
        instructors: [
          { ...engineLists.instructors[0], availability: { Saturday: [{ start: '08:00', end: '09:00' }] } },
        ],
      },
    ],
    ['nobody at all', { instructors: [] }],
    [
      'hours of rooms and groups',
      {
        rooms: rooms.map((room) => ({
          ...room,
          availability: {
            Friday: [
              { start: '08:00', end: '10:00' },
              { start: '12:00', end: '20:00' },
            ],
          },
        })),
        groups: engineLists.groups.map((group) => ({
          ...group,
          availability: { Sunday: [{ start: '08:00', end: '20:00' }] },
        })),
      },
    ],
  ])('%s', (_, change) => expectThereAndBack(engineFiles(change)));

  const folder = datasetPath('schedule-engine');
  describe.runIf(folder !== null)('published sets', () => {
    const sets = folder === null ? [] : readdirSync(folder).filter((name) => /\d{4}-\d{2}/.test(name));

    test.each(sets)('%s', (set) => {
      const names = ['Course.json', 'Groups.json', 'Instructors.json', 'Rooms.json'];
      const load = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder ?? '', set, name))) });
      expectThereAndBack(names.map(load));
    });
  });
});

describe('a project from elsewhere', () => {
  test('says what got lost', () => {
    const { problem } = lectureWeek();
    const result = write({ ...problem, students: [{ id: 's', eventIds: [] }] });
    const lost = result.diagnostics.map(({ message, value }) => `${value} ${message.replace(/^.* no word for /, '')}`);
    expect(lost).toEqual([
      '3 events with these groups, hours, rooms and instructors.',
      '4 days and hours of the calendar.',
      '1 students on their own.',
    ]);
  });

  test('keeps people, rooms, hours and qualifications', async () => {
    const { problem } = schoolSample();
    const result = write(problem);
    expect(remark(result, 'scheduleEngine.notWritten').severity).toBe('warning');
    const { project } = { project: valueIn(await readFiles(fileOf(result))) };
    expect(project.source).toBe('schedule-engine');
    const back = project.problem;
    expect(back.instructors).toEqual(problem.instructors.map(({ id, name }) => ({ id, name })));
    expect(back.rooms.map(({ id, capacity }) => [id, capacity])).toEqual(
      problem.rooms.map(({ id, capacity }) => [id, capacity]),
    );
    const hours = ({ events }: ProblemData) => events.reduce((sum, { duration }) => sum + duration, 0);
    expect(hours(back)).toBe(hours(problem));
  });
});
