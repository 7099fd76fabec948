import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { printHorarium } from '../../src/formats/horarium/horarium.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { departmentSample } from '../../src/formats/samples/department.ts';
import { impossibleSample } from '../../src/formats/samples/impossible.ts';
import type { PlantedSample } from '../../src/formats/samples/plant.ts';
import { schoolSample } from '../../src/formats/samples/school.ts';
import { enterpriseSample, enterpriseSampleFile } from '../support/enterprise-sample.ts';
import { repositoryPath } from '../support/repository.ts';
import { valueIn } from './support/files.ts';

const school = schoolSample();
const department = departmentSample();
const impossible = impossibleSample();

describe.each<[string, ProblemData]>([
  ['school', school.problem],
  ['department', department.problem],
  ['impossible', impossible],
])('%s', (name, problem) => {
  const bytes = readFileSync(resolve(repositoryPath, `public/samples/${name}.horarium.json`));

  test('the file is what the generator makes', () => {
    const made = printHorarium({ problem, timetables: [] });
    expect(bytes.equals(made), 'run: npx tsx test/support/write-public-files.ts').toBe(true);
    expect(bytes.length).toBeLessThan(600_000);
  });

  test('the file opens without any remark', async () => {
    const result = await readFiles([{ name: `${name}.horarium.json`, bytes }]);
    expect(result.diagnostics).toEqual([]);
    expect(valueIn(result).problem).toEqual(problem);
  });
});

describe.each<[string, PlantedSample]>([
  ['school', school],
  ['department', department],
])('%s', (_, sample) => {
  test('has a timetable without a hard violation, and nothing speaks against one', () => {
    const problem = valueIn(buildProblem(sample.problem));
    const timetable = valueIn(fromTimetableData(problem, sample.timetable));
    expect(evaluate(problem, timetable).score).toMatchObject({ unplaced: 0, hard: 0 });
    expect(preCheck(problem).filter((finding) => finding.severity === 'impossible')).toEqual([]);
  });
});

describe('enterprise', () => {
  const bytes = readFileSync(resolve(repositoryPath, 'public', enterpriseSampleFile));

  test('the file is what the generator makes, and small enough to come with the app', () => {
    const made = enterpriseSample();
    expect(gunzipSync(bytes).equals(made), 'run: npx tsx test/support/write-public-files.ts').toBe(true);
    expect(bytes.length).toBeLessThan(400_000);
  });

  test('opens without any remark, with a timetable that breaks no hard rule', async () => {
    const result = await readFiles([{ name: enterpriseSampleFile, bytes }]);
    expect(result.diagnostics).toEqual([]);
    const { problem: data, timetables } = valueIn(result);
    expect([data.courses.length, data.students.length]).toEqual([1800, 19_072]);
    const unique = new Set(data.instructors.map(({ name }) => name));
    expect(unique.size).toBe(data.instructors.length);
    const problem = valueIn(buildProblem(data));
    const timetable = valueIn(fromTimetableData(problem, timetables[0]?.timetable ?? { assignments: [] }));
    expect(evaluate(problem, timetable).score).toMatchObject({ unplaced: 0, hard: 0 });
  });
});

test('the school is small, the department is not', () => {
  expect(school.problem.groups).toHaveLength(10);
  expect(school.problem.instructors).toHaveLength(30);
  expect(school.problem.calendar.slots).toHaveLength(8);
  const { courses, groups, instructors, rooms, events } = department.problem;
  expect(courses.length).toBeGreaterThan(400);
  expect(groups.filter((group) => group.parentId === undefined)).toHaveLength(46);
  expect([groups.length, instructors.length, rooms.length]).toEqual([138, 190, 76]);
  expect(events.length).toBeGreaterThan(750);
});

test('what is impossible about the impossible school is found by counting', () => {
  const problem: Problem = valueIn(buildProblem(impossible));
  const found = preCheck(problem).filter((finding) => finding.severity === 'impossible');
  expect(found.map(({ needed, available }) => [needed, available])).toEqual(
    expect.arrayContaining([
      [46, 45],
      [48, 45],
    ]),
  );
  expect(found.some((finding) => finding.message.includes('First year B'))).toBe(true);
  expect(found.some((finding) => finding.message.includes('Physics laboratory'))).toBe(true);
});
