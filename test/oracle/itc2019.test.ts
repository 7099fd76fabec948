import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { amountsByRule, evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { Random } from '../../src/domain/random.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { toTimetableData } from '../../src/domain/timetable-data.ts';
import { itc2019SolutionWriter } from '../../src/formats/itc2019/solution-writer.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { datasetPath } from '../support/datasets.ts';
import { scoreItc2019 } from '../support/itc2019-score.ts';
import { distributionTypes, randomItc2019 } from '../support/itc2019-xml.ts';

/** The product against a scorer that works straight from the two XML files: parts, total and what is broken. */
async function problemOf(text: string): Promise<Problem> {
  const file = { name: 'problem.xml', bytes: new TextEncoder().encode(text) };
  return valueIn(buildProblem(valueIn(await readFiles([file])).problem));
}

function randomTimetable(problem: Problem, random: Random): Timetable {
  return {
    assignments: problem.events.map((event) => ({
      time: random.pick(event.times).index,
      rooms: event.roomCount > 0 ? [random.pick(event.rooms).index] : [],
      instructors: [],
    })),
    ...(problem.sectioning === null
      ? {}
      : {
          enrolment: problem.sectioning.requests.map(({ course }) => {
            const options = problem.sectioning?.optionsOf[course]?.length ?? 0;
            return options === 0 ? -1 : random.below(options);
          }),
        }),
  };
}

async function compare(text: string, problem: Problem, timetable: Timetable): Promise<void> {
  const content = {
    problem: problem.data,
    timetables: [{ id: 't', name: 't', createdAt: '', timetable: toTimetableData(problem, timetable) }],
  };
  const solution = new TextDecoder().decode(valueIn(await itc2019SolutionWriter.write(content, 't')));
  const expected = scoreItc2019(text, solution);
  const evaluation = evaluate(problem, timetable);
  const cost = (kinds: readonly string[]) =>
    amountsByRule(problem, evaluation)
      .filter((row) => !row.hard && kinds.includes(row.kind))
      .reduce((sum, row) => sum + row.cost, 0);
  const weight = (name: string) => Number(new RegExp(`<optimization[^>]* ${name}="(\\d+)"`).exec(text)?.[1] ?? 1);
  expect({
    total: evaluation.score.soft,
    placement: cost(['preference']),
    student: cost(['attendanceConflict']),
    isFeasible: evaluation.score.unplaced === 0 && evaluation.score.hard === 0,
  }).toEqual({
    total: expected.total,
    placement: weight('time') * expected.time + weight('room') * expected.room,
    student: weight('student') * expected.student,
    isFeasible: expected.broken.size === 0,
  });
  const hardOf = (kind: string) =>
    amountsByRule(problem, evaluation).filter((row) => row.hard && row.kind === kind && row.amount > 0).length;
  for (const [kind, type] of [
    ['sameAttendees', 'SameAttendees'],
    ['maxWorkDay', 'WorkDay(30)'],
    ['maxBlock', 'MaxBlock(26,4)'],
    ['maxBreaks', 'MaxBreaks(1,4)'],
    ['maxDayMinutes', 'MaxDayLoad(24)'],
    ['maxDaysOfEvents', 'MaxDays(2)'],
    ['precedence', 'Precedence'],
  ] as const) {
    if (text.includes(`"${type}"`)) expect(hardOf(kind), kind).toBe(expected.broken.get(type) ?? 0);
  }
}

describe('random ITC-2019 problems score as the format says', () => {
  it.each(distributionTypes)('%s', async (type) => {
    for (let seed = 1; seed <= 8; seed++) {
      const random = new Random(seed * 101);
      const text = randomItc2019(random, [type]);
      const problem = await problemOf(text);
      expect(problem.data.notEnforced).toEqual([]);
      await compare(text, problem, randomTimetable(problem, random));
    }
  });

  it('all types together', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const text = randomItc2019(random);
      const problem = await problemOf(text);
      for (let draw = 0; draw < 3; draw++) await compare(text, problem, randomTimetable(problem, random));
    }
  });
});

const folder = datasetPath('itc2019');

describe.runIf(folder !== null)('published ITC-2019 instances', () => {
  it.each(['lums-sum17', 'bet-sum18', 'wbg-fal10', 'muni-fi-spr16'])('%s', async (name) => {
    const text = readFileSync(`${folder}/${name}.xml`, 'utf8').replace(/^\uFEFF/, '');
    const problem = await problemOf(text);
    expect(problem.data.notEnforced).toEqual([]);
    await compare(text, problem, randomTimetable(problem, new Random(7)));
  });
});
