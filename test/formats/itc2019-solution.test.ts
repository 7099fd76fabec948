import { expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { Random } from '../../src/domain/random.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { fromTimetableData, toTimetableData } from '../../src/domain/timetable-data.ts';
import { itc2019SolutionWriter } from '../../src/formats/itc2019/solution-writer.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';
import { randomTimetable } from '../support/problems.ts';
import { codesOf, textFile, valueIn } from './support/files.ts';

const random = new Random(11);
const xml = textFile('random.xml', randomItc2019(random));
const content = valueIn(await readFiles([xml]));
const problem = valueIn(buildProblem(content.problem));
const requests = problem.sectioning?.requests ?? [];
const timetable: Timetable = {
  ...randomTimetable(problem, random, true),
  enrolment: requests.map(({ course }) => (problem.sectioning?.optionsOf[course]?.length ? 0 : -1)),
};
const named = { id: 't', name: 't', createdAt: '2026-01-01T00:00:00Z', timetable: toTimetableData(problem, timetable) };
const written = valueIn(await itc2019SolutionWriter.write({ ...content, timetables: [named] }, null));
const text = new TextDecoder().decode(written);

test('a solution dropped together with its problem becomes the timetable that was written', async () => {
  const read = await readFiles([{ name: 'random.solution.xml', bytes: written }, xml]);
  const [found] = valueIn(read).timetables;
  if (found === undefined) throw new Error('no timetable');
  expect(found.name).toBe('random.solution.xml');
  expect(valueIn(fromTimetableData(problem, found.timetable))).toEqual(timetable);
});

test('what the problem does not have is told and left out', async () => {
  const strange = text.replace(/start="\d+"/, 'start="1"').replace('</solution>', '<class id="gone"/></solution>');
  const read = await readFiles([xml, textFile('strange.xml', strange)]);
  const codes = codesOf(read).filter((code) => code.startsWith('itc2019.solution'));
  expect(codes).toEqual(['itc2019.solutionTime', 'itc2019.solutionClass']);
  const [found] = valueIn(read).timetables;
  expect(found?.timetable.assignments.filter(({ timeId }) => timeId === undefined)).toHaveLength(1);
});

test('a solution that is no XML refuses the whole drop, and one alone is of an unknown format', async () => {
  expect(codesOf(await readFiles([xml, textFile('broken.xml', '<solution><class')]))[0]).toMatch(/^xml\./);
  expect((await readFiles([textFile('alone.xml', text)])).ok).toBe(false);
});
