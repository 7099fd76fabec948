import { expose } from 'comlink';
import kernelUrl from '../../build/kernel.wasm?url';
import { buildProblem } from '../domain/build-problem.ts';
import { unpackProblem } from '../domain/packed-problem.ts';
import { unpackTimetable } from '../domain/packed-timetable.ts';
import { finish } from '../domain/steps.ts';
import { findConflicts } from '../engine/conflicts/conflicts.ts';
import type { ExplanationApi } from './explanation-api.ts';

const api: ExplanationApi = {
  async explain(problem, timetable, onConflict, onTest) {
    const built = buildProblem(unpackProblem(problem));
    if (!built.ok) throw new Error(built.diagnostics[0]?.message ?? 'The problem cannot be built');
    const module = await WebAssembly.compileStreaming(fetch(kernelUrl));
    const hooks = { onConflict, onTest };
    return finish(findConflicts(built.value, unpackTimetable(timetable), module, hooks)).hasUnexplained;
  },
};

expose(api);
