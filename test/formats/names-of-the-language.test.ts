import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { mergedChanges } from '../../src/domain/merge/apply-merge.ts';
import { mergeSteps } from '../../src/domain/merge/merge.ts';
import { applyChanges } from '../../src/domain/operations/apply-changes.ts';
import { changesBetween } from '../../src/domain/operations/changes-between.ts';
import { invert } from '../../src/domain/operations/operation.ts';
import { packProblem, unpackProblem } from '../../src/domain/packed-problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { finish } from '../../src/domain/steps.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { redact } from '../../src/formats/redact.ts';
import { readFiles, writeFile, writers } from '../../src/formats/registry.ts';
import { readSheets } from '../../src/formats/tables/sheet-files.ts';
import { built } from '../support/build.ts';
import { codesOf, valueIn } from './support/files.ts';
import { lectureWeek } from './support/lecture-week.ts';

/** Every list has an id that an object of the language has by itself. */
const given = new Map(
  Object.entries({
    algebra: '__proto__',
    lab: 'constructor',
    seminar: 'toString',
    ada: '__proto__',
    ben: 'constructor',
    hall: '__proto__',
    workshop: 'hasOwnProperty',
    'first-year': '__proto__',
    'first-a': 'constructor',
    'first-b': 'prototype',
    second: 'valueOf',
  }),
);

/** The same with other ids, which are the names, too. */
function renamed<T>(value: T): T {
  const text = JSON.stringify(value, (_key, item) => (typeof item === 'string' ? (given.get(item) ?? item) : item));
  return JSON.parse(text);
}

const rule = {
  id: '__proto__',
  kind: 'maxGapsPerDay',
  scope: { of: 'groups', ids: ['first-year'], except: ['second'] },
  params: { max: 0 },
  hard: false,
  weight: 3,
} as const;
const content: ProjectContent = (() => {
  const { problem, timetables } = lectureWeek();
  const students = [{ id: 'ada', name: 'ben', eventIds: ['seminar'] }];
  const lists = { students, rules: [rule], courses: problem.courses.map(({ id }) => ({ id, name: id, tags: [id] })) };
  return renamed({ problem: { ...problem, ...lists }, timetables });
})();
const { problem } = content;

function scoreOf({ problem, timetables }: ProjectContent) {
  const made = built(problem);
  return evaluate(made, valueIn(fromTimetableData(made, timetables[0]?.timetable ?? { assignments: [] }))).score;
}

afterEach(() => {
  expect(Reflect.ownKeys({})).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('ids and names that objects of the language have', () => {
  test('make the same problem, of the same worth', () => {
    const plain = lectureWeek();
    expect(scoreOf({ ...content, problem: { ...problem, rules: [] } })).toEqual(scoreOf(plain));
    expect(unpackProblem(packProblem(problem))).toEqual(problem);
  });

  test('are saved, opened and left out as any others', async () => {
    const saved = valueIn(await writeFile('horarium', content, null));
    expect(valueIn(await readFiles([{ name: 'a.horarium.json', bytes: saved }]))).toMatchObject(content);
    const without = redact(content, { instructorNames: true, studentNames: true });
    expect(without.problem.instructors.map(({ name }) => name)).toEqual(['Instructor 1', 'Instructor 2']);
    expect(scoreOf(without)).toEqual(scoreOf(content));
  });

  test.each(writers.map(({ id }) => id))('are written as %s', async (writerId) => {
    const options = { participant: { kind: 'group', id: '__proto__' }, timeZone: 'Europe/Paris' } as const;
    const { problem: plain, timetables } = lectureWeek();
    const lists = { students: problem.students, rules: [{ ...rule, id: 'r' }] };
    const usual = await writeFile(writerId, { problem: { ...plain, ...lists, students: [] }, timetables }, 't', {
      ...options,
      participant: { kind: 'group', id: 'first-year' },
    });
    const written = await writeFile(writerId, { ...content, problem: { ...problem, students: [] } }, 't', options);
    expect(codesOf(written)).toEqual(codesOf(usual));
    expect(written.ok).toBe(usual.ok);
  });

  test('are edited, taken back and merged', () => {
    const theirs: ProblemData = {
      ...problem,
      rooms: problem.rooms.map((room) => (room.id === '__proto__' ? { ...room, capacity: 7 } : room)),
      groups: problem.groups.filter(({ id }) => id !== 'prototype'),
    };
    const document = { problem, timetables: new Map() };
    const changes = changesBetween(problem, theirs);
    const after = valueIn(applyChanges(document, changes));
    expect(after.problem).toEqual(theirs);
    expect(valueIn(applyChanges(after, invert(changes)))).toEqual(document);

    const side = (data: ProblemData) => ({ problem: data, timetable: null });
    const plan = finish(mergeSteps(side(problem), side(theirs), null));
    const ofRoom = plan.entries.filter(({ list, id }) => list === 'rooms' && id === '__proto__');
    expect(ofRoom).toHaveLength(1);
    const choices = new Map(ofRoom.map(({ key }) => [key, 'theirs'] as const));
    const merged = valueIn(applyChanges(document, finish(mergedChanges(problem, document, plan, choices, null))));
    expect(merged.problem.rooms.find(({ id }) => id === '__proto__')?.capacity).toBe(7);
  });

  test('lead nowhere from inside of a workbook', async () => {
    const parts = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="__proto__" r:id="constructor"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="constructor" Target="/__proto__"/></Relationships>',
    };
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
    expect(codesOf(await readSheets([{ name: 'a.xlsx', bytes }]))).toEqual(['sheet.empty']);
  });
});
