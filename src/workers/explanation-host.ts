import { buildProblem } from '../domain/build-problem.ts';
import { unpackProblem } from '../domain/packed-problem.ts';
import { unpackTimetable } from '../domain/packed-timetable.ts';
import { finish } from '../domain/steps.ts';
import { findConflicts } from '../engine/conflicts/conflicts.ts';
import type { ExplanationApi } from './explanation-api.ts';

/** The worker's end. */
export function createExplanationHost(kernel: () => Promise<WebAssembly.Module>): ExplanationApi {
  return {
    async explain(problem, timetable, onConflict, onTest) {
      const built = buildProblem(unpackProblem(problem));
      if (!built.ok) throw new Error(built.diagnostics[0]?.message ?? 'The problem cannot be built');
      const hooks = { onConflict, onTest };
      return finish(findConflicts(built.value, unpackTimetable(timetable), await kernel(), hooks)).hasUnexplained;
    },
  };
}
