import { buildProblem } from '../../../domain/build-problem.ts';
import { compareScores, type Score } from '../../../domain/score.ts';
import type { RunHooks, RunOutcome } from '../../../engine/run-contract/run-events.ts';
import type { Services } from '../../services.tsx';
import { selfTestAnswer, selfTestProblem, selfTestSettings } from './self-test-problem.ts';

/** `answer`: the kernel finds the best there is; `reference`: the evaluator agrees; `repeats`: twice the same. */
export const selfTestChecks = ['answer', 'reference', 'repeats'] as const;
export type SelfTestCheck = (typeof selfTestChecks)[number];

export interface SelfTestResult {
  readonly passed: Readonly<Record<SelfTestCheck, boolean>>;
  /** What the kernel found, and what the evaluator says of it; null when there was none. */
  readonly found: Score | null;
  readonly judged: Score | null;
  readonly moves: number;
  readonly seconds: number;
  /** Why it could not be done, or null. */
  readonly failure: string | null;
}

/** A worker that never answers is a finding, too. */
const patience = 30_000;

const noHooks: RunHooks = {
  onProgress: () => undefined,
  onEpoch: () => undefined,
  onBest: () => undefined,
  onCheckpoint: () => undefined,
};

/**
 * Has the solver's workers search a small problem whose best timetable is known, twice, and the evaluator judge what they
 * found. Never rejects. Not for while a run is on: it needs the same processors.
 */
export async function runSelfTest(services: Pick<Services, 'solver' | 'analysis'>): Promise<SelfTestResult> {
  const failed = (failure: string): SelfTestResult => ({
    passed: { answer: false, reference: false, repeats: false },
    found: null,
    judged: null,
    moves: 0,
    seconds: 0,
    failure,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<SelfTestResult>((resolve) => {
    timer = setTimeout(() => resolve(failed('No answer in time.')), patience);
  });
  const tested = test(services).catch((cause: unknown) => failed(String(cause)));
  return Promise.race([tested, late]).finally(() => clearTimeout(timer));
}

async function test({ solver, analysis }: Pick<Services, 'solver' | 'analysis'>): Promise<SelfTestResult> {
  const built = buildProblem(selfTestProblem);
  if (!built.ok) throw new Error(built.diagnostics[0]?.message);
  const search = async (): Promise<RunOutcome> => {
    const begun = solver.start(built.value, selfTestSettings, noHooks);
    if (!begun.ok) throw new Error(begun.diagnostics[0]?.message);
    return begun.value.outcome;
  };
  const first = await search();
  if (first.best === null || first.score === null) throw new Error(first.failure ?? 'Nothing was found.');
  const second = await search();
  const { score: judged } = await analysis.evaluate(built.value, first.best);
  return {
    passed: {
      answer: compareScores(first.score, selfTestAnswer) === 0,
      reference: compareScores(first.score, judged) === 0,
      repeats: JSON.stringify(second.best?.assignments) === JSON.stringify(first.best.assignments),
    },
    found: first.score,
    judged,
    moves: first.moves + second.moves,
    seconds: first.seconds + second.seconds,
    failure: null,
  };
}
