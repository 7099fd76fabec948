import { describe, expect, test } from 'vitest';
import { success } from '../../../src/domain/result.ts';
import { startRun } from '../../../src/engine/run/run.ts';
import type { Services } from '../../../src/ui/services.tsx';
import { runSelfTest } from '../../../src/ui/state/diagnostics/self-test.ts';
import { selfTestAnswer } from '../../../src/ui/state/diagnostics/self-test-problem.ts';
import { createFakeServices } from '../../support/fake-services.ts';
import { createFakeSolver } from '../../support/fake-solver.ts';
import { kernelModule } from '../../support/kernel-module.ts';
import { localPool } from '../../support/local-pool.ts';

/** The engine on this thread, in the place of the workers. */
const engine: Services['solver'] = {
  ...createFakeSolver(),
  start: ({ data }, settings, hooks) =>
    success(startRun({ data, module: kernelModule(), settings, resumeFrom: null }, localPool(2), hooks)),
};

describe('the self-test', () => {
  test('is passed by the kernel, which finds the best there is, twice the same', async () => {
    const result = await runSelfTest(await createFakeServices({ solver: engine }));
    expect(result.failure).toBeNull();
    expect(result.found).toEqual(selfTestAnswer);
    expect(result.passed).toEqual({ answer: true, reference: true, repeats: true });
    expect(result.moves).toBeGreaterThan(0);
  });

  test('is not passed by a solver that claims a score its timetable has not', async () => {
    const result = await runSelfTest(await createFakeServices({ solver: createFakeSolver({ pace: 1 }) }));
    expect(result.passed.answer).toBe(false);
    expect(result.passed.reference).toBe(false);
  });

  test('says why when the solver cannot be started', async () => {
    const solver = { ...engine, start: () => ({ ok: false as const, diagnostics: [] }) };
    const result = await runSelfTest(await createFakeServices({ solver }));
    expect(result.failure).not.toBeNull();
    expect(result.passed).toEqual({ answer: false, reference: false, repeats: false });
  });
});
