import { isActive } from '../../../domain/runs/run-states.ts';
import { compareScores, isFeasible } from '../../../domain/score.ts';
import type { RunSummary } from '../../../storage/records.ts';

export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];
const days: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30 };

/** Empty texts and `any` let everything through. */
export interface RunFilter {
  /** Id, or empty. */
  readonly project: string;
  readonly state: RunSummary['state'] | '';
  readonly reason: string;
  readonly variant: RunSummary['variant'] | '';
  readonly period: Period | '';
  /** `feasible`: every event placed and no hard rule broken. */
  readonly result: 'feasible' | 'broken' | 'none' | '';
}

export const noFilter: RunFilter = { project: '', state: '', reason: '', variant: '', period: '', result: '' };

export function isFiltered(filter: RunFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** Of the runs those that pass every part of the filter; `period` is counted back from `now`. */
export function filterRuns(runs: readonly RunSummary[], filter: RunFilter, now: Date): readonly RunSummary[] {
  if (!isFiltered(filter)) return runs;
  const since = filter.period === '' ? '' : new Date(now.getTime() - days[filter.period] * 86_400_000).toISOString();
  const passes = (wanted: string, value: string | null) => wanted === '' || wanted === value;
  return runs.filter(
    (run) =>
      passes(filter.project, run.projectId) &&
      passes(filter.state, run.state) &&
      passes(filter.reason, run.reason) &&
      passes(filter.variant, run.variant) &&
      run.createdAt >= since &&
      passes(filter.result, resultOf(run)),
  );
}

function resultOf({ best }: RunSummary): Exclude<RunFilter['result'], ''> {
  if (best === null) return 'none';
  return isFeasible(best) ? 'feasible' : 'broken';
}

export const runColumns = ['created', 'state', 'result', 'variant', 'seconds', 'moves', 'seed'] as const;
export type RunColumn = (typeof runColumns)[number];

export interface RunOrder {
  readonly column: RunColumn;
  readonly descending: boolean;
}

/** The newest first. */
export const usualOrder: RunOrder = { column: 'created', descending: true };

/** Sorted by the column; equal ones newest first. Runs without a result come last either way. */
export function sortRuns(runs: readonly RunSummary[], { column, descending }: RunOrder): readonly RunSummary[] {
  const sign = descending ? -1 : 1;
  return runs.toSorted((a, b) => {
    if (column === 'result' && (a.best === null || b.best === null)) {
      return Number(a.best === null) - Number(b.best === null) || newestFirst(a, b);
    }
    return sign * byColumn[column](a, b) || newestFirst(a, b);
  });
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: RunSummary, b: RunSummary) => compareTexts(b.createdAt, a.createdAt);

const byColumn: Readonly<Record<RunColumn, (a: RunSummary, b: RunSummary) => number>> = {
  created: (a, b) => compareTexts(a.createdAt, b.createdAt),
  state: (a, b) => compareTexts(`${a.state} ${a.reason}`, `${b.state} ${b.reason}`),
  result: (a, b) => (a.best === null || b.best === null ? 0 : compareScores(a.best, b.best)),
  variant: (a, b) => compareTexts(a.variant, b.variant),
  seconds: (a, b) => a.seconds - b.seconds,
  moves: (a, b) => a.moves - b.moves,
  seed: (a, b) => a.settings.seed - b.settings.seed,
};

/** Runs that can be removed: they have ended, or broken off. */
export function removable(runs: readonly RunSummary[]): readonly RunSummary[] {
  return runs.filter(({ state }) => !isActive(state));
}
