import { describe, expect, test } from 'vitest';
import { packProblem, unpackProblem, unpackSteps } from '../../src/domain/packed-problem.ts';
import { finish, inSlices, type Steps } from '../../src/domain/steps.ts';
import { departmentSample } from '../../src/formats/samples/department.ts';

describe('a packed problem', () => {
  test('is the problem that was packed, with its bytes at hand for the next way', () => {
    const { problem } = departmentSample();
    const packed = packProblem(problem);
    const unpacked = unpackProblem(packed);
    expect(unpacked).toEqual(problem);
    expect(packProblem(unpacked)).toBe(packed);
  });

  test('is read in many short steps', () => {
    const steps = unpackSteps(packProblem(departmentSample().problem));
    let count = 0;
    while (steps.next().done !== true) count++;
    expect(count).toBeGreaterThan(15);
  });

  test('that is no such thing is refused, not thrown', () => {
    const packed = packProblem(departmentSample().problem);
    const noise = new Uint8Array([1, 2, 3]);
    expect(finish(unpackSteps({ ...packed, rest: noise }))).toBeNull();
    expect(finish(unpackSteps({ ...packed, lists: { ...packed.lists, events: [noise] } }))).toBeNull();
  });
});

describe('work in slices', () => {
  function* counting(until: number, milliseconds: number): Steps<number> {
    for (let count = 0; count < until; count++) {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
      yield;
    }
    return until;
  }

  test('gives the value of the work and lets others in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++);
    expect(await inSlices(counting(40, 2), 4)).toBe(40);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    expect(finish(counting(3, 0))).toBe(3);
  });

  test('fails as the work fails', async () => {
    function* failing(): Steps<number> {
      yield;
      throw new Error('half way');
    }
    await expect(inSlices(failing())).rejects.toThrow('half way');
  });
});
