import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { amountsByRule, type Evaluation, evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { isFeasible } from '../../src/domain/score.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { readFiles } from '../../src/formats/registry.ts';
import { valueIn } from '../formats/support/files.ts';
import { datasetPath } from '../support/datasets.ts';

/**
 * Published timetables with what the competition's validator says of them, component by component.
 *
 * The competition counts conflicts by pairs of lectures, and every lecture in an isolated period of a curriculum; Horarium
 * counts occupants beyond the capacity, and periods. So conflicts are compared as "some" or "none", and where lectures of
 * a curriculum share a period its compactness can only be less. Everything else has to be equal to the last unit.
 * `lectures` counts lectures without a period; a line that repeats course, day and period would count as missing there
 * and as a clash here, and no timetable in the list has one.
 */
const folder = datasetPath('itc2007');

type Component = (typeof components)[number];
const components = [
  'lectures',
  'conflicts',
  'availability',
  'room_occupation',
  'room_capacity',
  'min_working_days',
  'curriculum_compactness',
  'room_stability',
  'total_cost',
  'feasible',
] as const;

interface Row {
  readonly solution: string;
  readonly instance: string;
  readonly expected: Readonly<Record<Component, number>>;
}

function rows(): Row[] {
  if (folder === null) return [];
  const [header = '', ...lines] = readFileSync(join(folder, 'solutions/expected.csv'), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    const field = (name: string) => fields[names.indexOf(name)] ?? '';
    const expected = Object.fromEntries(components.map((name) => [name, Number(field(name))]));
    // every component was just read
    return { solution: field('solution'), instance: field('instance'), expected: expected as Row['expected'] };
  });
}

interface Published {
  readonly problem: Problem;
  readonly timetable: Timetable;
  readonly evaluation: Evaluation;
}

async function load({ instance, solution }: Row): Promise<Published> {
  const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder ?? '', name))) });
  const read = valueIn(await readFiles([file(instance), { ...file(`solutions/${solution}`), name: solution }]));
  const problem = valueIn(buildProblem(read.problem));
  const data = read.timetables[0]?.timetable;
  if (data === undefined) throw new Error(`${solution} holds no timetable`);
  const timetable = valueIn(fromTimetableData(problem, data));
  return { problem, timetable, evaluation: evaluate(problem, timetable) };
}

/** Amount of the hard, and cost of the soft, rules and basics of one kind. */
function sumOf({ problem, evaluation }: Published, ...kinds: readonly string[]): number {
  return amountsByRule(problem, evaluation)
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { hard, amount, cost }) => sum + (hard ? amount : cost), 0);
}

/** True when two lectures of one curriculum share a period: there the competition counts both as isolated. */
function curriculumClashes({ problem, timetable }: Published): boolean {
  return problem.resources
    .filter(({ kind }) => kind === 'group' || kind === 'overlap')
    .some(({ events }) => {
      const times = events.map((event) => timetable.assignments[event]?.time ?? -1).filter((time) => time >= 0);
      return new Set(times).size < times.length;
    });
}

describe.runIf(folder !== null)('the validator of the competition agrees', () => {
  const clean = ({ expected }: Row) => expected.conflicts === 0 && expected.room_occupation === 0;

  it('on files that hold both kinds', () => {
    expect(rows().some(clean)).toBe(true);
    expect(rows().some((row) => !clean(row))).toBe(true);
  });

  it.each(rows())('on $solution', async (row) => {
    const { expected } = row;
    const published = await load(row);
    const { score } = published.evaluation;
    expect(isFeasible(score)).toBe(expected.feasible === 1);
    expect({
      lectures: score.unplaced,
      availability: sumOf(published, 'unavailable'),
      room_capacity: sumOf(published, 'roomCapacity'),
      min_working_days: sumOf(published, 'minDays'),
      room_stability: sumOf(published, 'roomStability'),
      clashes: sumOf(published, 'instructorClash', 'groupClash') > 0,
      room_occupation: sumOf(published, 'roomClash'),
    }).toEqual({
      lectures: expected.lectures,
      availability: expected.availability,
      room_capacity: expected.room_capacity,
      min_working_days: expected.min_working_days,
      room_stability: expected.room_stability,
      clashes: expected.conflicts > 0,
      room_occupation: expected.room_occupation,
    });
    const compactness = sumOf(published, 'isolated');
    if (curriculumClashes(published)) expect(compactness).toBeLessThanOrEqual(expected.curriculum_compactness);
    else expect(compactness).toBe(expected.curriculum_compactness);
    if (clean(row)) expect(score.soft).toBe(expected.total_cost);
  });
});
