import { expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { measureSpeed } from '../../src/engine/measure-speed.ts';
import { valueIn } from '../formats/support/files.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { tightSchool } from '../support/tight-school.ts';

const module = kernelModule('release');

it('measures a speed where a repair takes longer than what is measured', async () => {
  const image = encode(valueIn(buildProblem(tightSchool(1, { classes: 12, teachers: 20, overbooked: true }))));
  expect(await measureSpeed(module, image, 1)).toBeGreaterThan(0);
});

it('leaves an individual as construction left it when its repair is ended', () => {
  const kernel = new Kernel(
    module,
    encode(valueIn(buildProblem(tightSchool(1, { classes: 12, teachers: 20, overbooked: true })))),
    1,
  );
  const { exports } = kernel;
  exports.seed(1, 1);
  exports.beginRun(1, 570, 1_000_000, 30, 0.1, 50, 0, 1_000_000);
  exports.constructNext();
  const left = kernel.scoreAt(exports.addressOfIndividual(0));
  expect(left.unplaced + left.hard).toBeGreaterThan(0);
  exports.leaveUnrepaired();
  expect(exports.constructedCount()).toBe(1);
  expect(exports.constructNext()).toBe(0);
  exports.beginEpoch(57);
  while (exports.stepEpoch(10_000) !== 0);
  expect(kernel.scoreAt(exports.addressOfIndividual(0))).not.toEqual(left);
});
