import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import { inSlices } from '../../domain/steps.ts';
import type { ProjectRecord } from '../../storage/records.ts';

export type BuiltProblems = (record: ProjectRecord) => Promise<Result<Problem>>;

const keptProblems = 2;

/** Building a large problem takes a while on this thread: those used last are kept, so that coming back costs nothing. */
export function createBuiltProblems(): BuiltProblems {
  const kept = new Map<string, Result<Problem>>();
  return async ({ id, updatedAt, seq, problem }) => {
    const key = `${id} ${updatedAt} ${seq}`;
    let built = kept.get(key);
    if (built === undefined) {
      const { buildSteps } = await import('../../domain/build-problem.ts');
      built = await inSlices(buildSteps(problem));
    }
    kept.delete(key);
    kept.set(key, built);
    for (const oldest of [...kept.keys()].slice(0, -keptProblems)) kept.delete(oldest);
    return built;
  };
}
