import { expect, it } from 'vitest';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { RuleData } from '../../src/domain/problem-data.ts';
import { decode, encodeGenes } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { built, timetableOf } from '../support/build.ts';
import { kernelModule } from '../support/kernel-module.ts';

const module = kernelModule('debug');

/** Two lectures of one course, by two instructors, and a seminar that both of these hold: a chain of three. */
function chainOfThree(...rules: readonly RuleData[]) {
  const by = (...ids: readonly string[]) => ({
    instructors: ids.map((id) => ({ id })),
    roomCount: 1,
    groupIds: [] as const,
  });
  const problem = built(
    exampleProblem({
      rooms: ['r1', 'r2'].map((id) => ({ id, name: id, capacity: 30 })),
      events: [
        exampleEvent('one', by('ada')),
        exampleEvent('two', by('ben')),
        exampleEvent('seminar', { ...by('ada', 'ben'), courseId: 'art' }),
      ],
      rules,
    }),
  );
  const kernel = new Kernel(module, encode(problem), 1);
  const timetable = timetableOf(problem, {
    one: { time: 'mon@0', rooms: ['r1'], instructors: ['ada'] },
    two: { time: 'mon@0', rooms: ['r2'], instructors: ['ben'] },
    seminar: { time: 'tue@1', rooms: ['r1'], instructors: ['ada', 'ben'] },
  });
  kernel.writeGenes(kernel.exports.addressOfIndividual(0), encodeGenes(problem, kernel.image, timetable));
  kernel.exports.loadIndividual(0);
  return { problem, kernel, to: timetable.assignments[2]?.time ?? -1 };
}

it.each([
  ['days of their course', exampleRule('minDays', { scope: { of: 'courses' }, params: { min: 2 } })],
  ['slots of their course', exampleRule('maxLoadPerDay', { scope: { of: 'courses' }, params: { max: 0 } })],
  ['weeks of their course', exampleRule('maxLoadPerWeek', { scope: { of: 'courses' }, params: { max: 0 } })],
  ['slots of a set', exampleRule('slotUse', { params: { max: 0 } })],
  ['events at once', exampleRule('maxSimultaneous', { params: { max: 0 } })],
])('counts members of a chain that go the same way together when rules look at %s', (_, rule) => {
  const { problem, kernel, to } = chainOfThree(rule);
  expect(kernel.exports.tryChain(0, to, 100, 1000)).not.toBe(0);
  expect([...kernel.workingGenes().times]).toEqual([to, to, 0]);
  expect(kernel.workingScore()).toEqual(evaluate(problem, decode(problem, kernel.image, kernel.workingGenes())).score);
});

it('brings an event into the room of its like instead of a chain that would only exchange the two', () => {
  const alike = { instructors: [{ id: 'ada' }], roomCount: 1, groupIds: [] };
  const problem = built(
    exampleProblem({
      rooms: ['r1', 'r2'].map((id) => ({ id, name: id, capacity: 30 })),
      events: [exampleEvent('first', alike), exampleEvent('second', alike)],
      rules: [exampleRule('roomStability', { scope: { of: 'courses' }, params: { max: 1 } })],
    }),
  );
  const kernel = new Kernel(module, encode(problem), 1);
  const timetable = timetableOf(problem, {
    first: { time: 'mon@0', rooms: ['r1'], instructors: ['ada'] },
    second: { time: 'tue@1', rooms: ['r2'], instructors: ['ada'] },
  });
  kernel.writeGenes(kernel.exports.addressOfIndividual(0), encodeGenes(problem, kernel.image, timetable));
  kernel.exports.loadIndividual(0);
  const before = kernel.workingScore();
  const times = [...kernel.workingGenes().times];
  expect(kernel.exports.tryChain(0, times[1] ?? -1, 100, 0)).not.toBe(0);
  expect([...kernel.workingGenes().times]).toEqual(times);
  const after = decode(problem, kernel.image, kernel.workingGenes());
  expect(after.assignments.map(({ rooms }) => rooms)).toEqual([
    after.assignments[1]?.rooms,
    timetable.assignments[1]?.rooms,
  ]);
  expect(kernel.workingScore()).toEqual(evaluate(problem, after).score);
  expect(kernel.workingScore().soft).toBeLessThan(before.soft);
});
