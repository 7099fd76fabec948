import type { Problem } from '../../../domain/problem.ts';
import type { Result } from '../../../domain/result.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { ProjectRecord } from '../../../storage/records.ts';

export type BuiltProblems = (record: ProjectRecord) => Promise<Result<Problem>>;

const keptProblems = 2;

/**
 * Building a large problem takes a while on this thread: those of the projects used last are kept, so that coming back
 * costs nothing. Of each project only the last state, because a former one is never asked for again.
 */
export function createBuiltProblems(): BuiltProblems {
  const kept = new Map<string, { readonly state: string; readonly built: Result<Problem> }>();
  return async ({ id, updatedAt, seq, problem }) => {
    const state = `${updatedAt} ${seq}`;
    const former = kept.get(id);
    // Before another one is built: both at once would take twice the memory.
    kept.delete(id);
    const built = former?.state === state ? former.built : await build(problem);
    kept.delete(id);
    kept.set(id, { state, built });
    for (const oldest of [...kept.keys()].slice(0, -keptProblems)) kept.delete(oldest);
    return built;
  };
}

async function build(data: ProjectRecord['problem']): Promise<Result<Problem>> {
  const { buildSteps } = await import('../../../domain/build-problem.ts');
  return inSlices(buildSteps(data));
}
