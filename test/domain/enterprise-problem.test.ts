import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { amountsByRule, evaluate } from '../../src/domain/evaluate.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Island } from '../../src/engine/island.ts';
import { valueIn } from '../formats/support/files.ts';
import { enterpriseProblem, enterpriseSize } from '../support/enterprise-problem.ts';
import { fixedRunSettings } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';

const small = enterpriseSize(0.05);

describe('a generated university', () => {
  it('has the counts asked for', () => {
    const { problem } = enterpriseProblem(enterpriseSize(1));
    expect(problem.courses).toHaveLength(1800);
    expect(problem.events).toHaveLength(2494);
    expect(problem.students).toHaveLength(19_072);
    expect(problem.instructors).toHaveLength(2320);
    expect(problem.rooms).toHaveLength(1147);
    expect(new Set(problem.events.map((event) => event.courseId)).size).toBe(1800);
    const enrolments = problem.students.map(({ eventIds }) => new Set(eventIds).size);
    expect(new Set(enrolments)).toEqual(new Set([5, 6]));
  });

  it('has a few huge events and many small ones', () => {
    const { problem } = enterpriseProblem(enterpriseSize(1));
    const sizes = valueIn(buildProblem(problem)).events.map(({ size }) => size);
    sizes.sort((a, b) => a - b);
    expect(sizes.at(-1)).toBeGreaterThan(200);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(40);
  });

  it('has lecture rooms that are busy most of the week and fit their sections', () => {
    const { problem, planted } = enterpriseProblem(enterpriseSize(1));
    const eventsIn = new Map<string, number>();
    for (const { roomIds } of planted.assignments) {
      for (const id of roomIds) eventsIn.set(id, (eventsIn.get(id) ?? 0) + 1);
    }
    // special rooms have a few sections at most
    const shared = [...eventsIn.values()].filter((count) => count > 10);
    const openSlots = 55;
    const use = shared.reduce((sum, count) => sum + count, 0) / shared.length / openSlots;
    expect(use).toBeGreaterThan(0.6);
    expect(use).toBeLessThan(0.75);
    for (const { rooms } of problem.events) {
      expect(rooms?.length).toBeGreaterThan(0);
      expect(rooms?.length).toBeLessThan(20);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(enterpriseProblem(small, 7)).toEqual(enterpriseProblem(small, 7));
    expect(enterpriseProblem(small, 7).planted).not.toEqual(enterpriseProblem(small, 8).planted);
  });

  it('has a timetable without a hard unit and without a student in two places', () => {
    for (const seed of [1, 2, 3]) {
      const { problem: data, planted } = enterpriseProblem(small, seed);
      const problem = valueIn(buildProblem(data));
      const evaluation = evaluate(problem, valueIn(fromTimetableData(problem, planted)));
      expect(evaluation.score).toMatchObject({ unplaced: 0, hard: 0 });
      const students = amountsByRule(problem, evaluation).find(({ kind }) => kind === 'studentConflict');
      expect(students?.amount).toBe(0);
    }
  });

  it('has its first timetable repaired however few moves a slow machine was planned to make', () => {
    const image = encode(valueIn(buildProblem(enterpriseProblem(enterpriseSize(0.2)).problem)));
    for (const movesOfEvent of [100, 5]) {
      const movesPerIndividual = movesOfEvent * image.eventCount;
      const settings = { ...fixedRunSettings, islands: 1, population: 1, movesPerIndividual };
      const island = new Island(kernelModule('release'), image, settings, 0);
      while (island.construct());
      expect(island.best).toMatchObject({ unplaced: 0, hard: 0 });
      expect(island.moves).toBeLessThan(100 * image.eventCount);
    }
  });

  it('is searched without a hard unit in the end, with matrices and with lists in their place', () => {
    const problem = valueIn(buildProblem(enterpriseProblem(small).problem));
    for (const limits of [undefined, { largestMatrix: 0, fewPartners: 0 }]) {
      const settings = { ...fixedRunSettings, islands: 1, population: 1, generations: 10, movesPerIndividual: 200_000 };
      const image = encode(problem, limits);
      const island = new Island(kernelModule('release'), image, settings, 0);
      while (island.construct());
      for (let generation = 1; generation <= settings.generations; generation++) {
        island.beginEpoch(generation);
        while (island.step(100_000));
        island.endEpoch();
      }
      expect(island.best).toMatchObject({ unplaced: 0, hard: 0 });
    }
  });
});
