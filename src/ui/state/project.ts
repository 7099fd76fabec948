import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { buildSteps } from '../../domain/build-problem.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PreCheckFinding } from '../../domain/pre-check.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import { compareScores } from '../../domain/score.ts';
import { inSlices } from '../../domain/steps.ts';
import type { ProjectRecord, TimetableRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';
import { createEvaluations, type Evaluations } from './evaluation.ts';

export type ProjectStatus =
  | { readonly status: 'loading' }
  | { readonly status: 'missing'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'broken'; readonly record: ProjectRecord; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'ready'; readonly record: ProjectRecord; readonly problem: Problem };

export interface OpenProject {
  readonly id: string;
  readonly record: ProjectRecord;
  readonly problem: Problem;
  /** Newest first. */
  readonly timetables: Accessor<readonly TimetableRecord[]>;
  /** The timetable of that id, else the best one; null when there is none. */
  readonly timetable: (id: string | undefined) => TimetableRecord | null;
  /** Null while counting. */
  readonly readiness: Accessor<readonly PreCheckFinding[] | null>;
  readonly evaluations: Evaluations;
}

export type BuiltProblems = (record: ProjectRecord) => Promise<Result<Problem>>;

const keptProblems = 2;

/** Building a large problem takes a while on this thread: those used last are kept, so that coming back costs nothing. */
export function createBuiltProblems(): BuiltProblems {
  const kept = new Map<string, Result<Problem>>();
  return async ({ id, updatedAt, problem }) => {
    const key = `${id} ${updatedAt}`;
    let built = kept.get(key);
    built ??= await inSlices(buildSteps(problem));
    kept.delete(key);
    kept.set(key, built);
    for (const oldest of [...kept.keys()].slice(0, -keptProblems)) kept.delete(oldest);
    return built;
  };
}

/** Loads a project, follows the address when another one is opened. */
export function createProjectStatus(
  services: Services,
  buildOf: BuiltProblems,
  id: Accessor<string>,
): Accessor<ProjectStatus> {
  const [status, setStatus] = createSignal<ProjectStatus>({ status: 'loading' });
  createEffect(
    on(id, (wanted) => {
      setStatus({ status: 'loading' });
      services.storage.projects.get(wanted).then(async (found) => {
        if (wanted !== id()) return;
        if (!found.ok) return setStatus({ status: 'missing', diagnostics: found.diagnostics });
        const built = await buildOf(found.value);
        if (wanted !== id()) return;
        setStatus(
          built.ok
            ? { status: 'ready', record: found.value, problem: built.value }
            : { status: 'broken', record: found.value, diagnostics: built.diagnostics },
        );
      });
    }),
  );
  return status;
}

export function createOpenProject(services: Services, record: ProjectRecord, problem: Problem): OpenProject {
  const [records, setRecords] = createSignal<readonly TimetableRecord[]>([]);
  onCleanup(services.storage.timetables.watch(record.id, (list) => setRecords(list)));
  const timetables = createMemo(() => records().toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)));
  const best = createMemo(() => timetables().reduce<TimetableRecord | null>(better, null));
  return {
    id: record.id,
    record,
    problem,
    timetables,
    timetable: (id) => timetables().find((candidate) => candidate.id === id) ?? best(),
    readiness: createReadiness(services, problem),
    evaluations: createEvaluations(services.analysis, problem),
  };
}

/** An imported timetable has no score yet: it counts until there is a scored one. */
function better(found: TimetableRecord | null, candidate: TimetableRecord): TimetableRecord {
  if (found === null || candidate.score === null) return found ?? candidate;
  return found.score === null || compareScores(candidate.score, found.score) < 0 ? candidate : found;
}

/** The proofs by counting, found beside the page. */
function createReadiness(services: Services, problem: Problem): Accessor<readonly PreCheckFinding[] | null> {
  const [findings, setFindings] = createSignal<readonly PreCheckFinding[] | null>(null);
  void services.analysis.preCheck(problem).then((found) => setFindings(found));
  return findings;
}
