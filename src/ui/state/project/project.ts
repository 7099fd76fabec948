import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { buildSteps } from '../../../domain/build-problem.ts';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { differOnlyInCovers } from '../../../domain/operations/cover-changes.ts';
import { historyOf } from '../../../domain/operations/history.ts';
import { type HistoryLimits, historyLimits } from '../../../domain/operations/kept-history.ts';
import type { PreCheckFinding } from '../../../domain/pre-check.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { Result } from '../../../domain/result.ts';
import { compareScores } from '../../../domain/score.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { ProjectRecord, TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { createEvaluations, type Evaluations } from '../timetable/evaluation.ts';
import type { BuiltProblems } from './built-problems.ts';
import { createEditedTimetables } from './edited-timetables.ts';
import { createProjectEditor, type ProjectEditor } from './project-editor.ts';

export type ProjectStatus =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' | 'damaged'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'broken'; readonly record: ProjectRecord; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'ready'; readonly record: ProjectRecord; readonly problem: Problem };

export interface OpenProject {
  readonly id: string;
  readonly record: ProjectRecord;
  /** The data as edited so far. */
  readonly data: Accessor<ProblemData>;
  /** Built from the data; after an edit the former one stays until the new one is built. */
  readonly problem: Accessor<Problem>;
  readonly editor: ProjectEditor;
  /** Newest first. */
  readonly timetables: Accessor<readonly TimetableRecord[]>;
  /** The timetable of that id, else the one that was decided for, else the best one; null when there is none. */
  readonly timetable: (id: string | undefined) => TimetableRecord | null;
  /** Decides for a timetable: from now on it is shown where no other is asked for. */
  readonly adopt: (id: string) => void;
  /** Id of the one that was decided for, or null. */
  readonly adopted: Accessor<string | null>;
  /** Of the latest problem counted; null before the first count. */
  readonly readiness: Accessor<readonly PreCheckFinding[] | null>;
  /** The problem whose indices the findings mean: after an edit the former one, until that is counted anew. */
  readonly countedProblem: Accessor<Problem>;
  readonly evaluations: Evaluations;
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
        if (!found.ok) {
          const isGone = found.diagnostics[0]?.code === 'storage.notFound';
          return setStatus({ status: isGone ? 'missing' : 'damaged', diagnostics: found.diagnostics });
        }
        const { record, built } = await buildWhatCanBe(services, buildOf, found.value);
        if (wanted !== id()) return;
        setStatus(
          built.ok
            ? { status: 'ready', record, problem: built.value }
            : { status: 'broken', record, diagnostics: built.diagnostics },
        );
      });
    }),
  );
  return status;
}

/**
 * An edit after which the data makes no sense is taken back a moment later; when the tab was gone by then, it is taken
 * back now.
 */
async function buildWhatCanBe(
  services: Services,
  buildOf: BuiltProblems,
  record: ProjectRecord,
): Promise<{ readonly record: ProjectRecord; readonly built: Result<Problem> }> {
  const { histories, projects } = services.storage;
  const built = await buildOf(record);
  if (built.ok) return { record, built };
  const steps = await histories.steps(record.id, 0);
  const { line, position } = historyOf(steps.ok ? steps.value : []);
  const last = line[position - 1];
  if (last === undefined) return { record, built };
  const at = services.clock.now().toISOString();
  const taken = await histories.append(record.id, { kind: 'discard', of: [last], seq: record.seq + 1, at });
  const former = taken.ok ? await projects.get(record.id) : taken;
  return former.ok ? buildWhatCanBe(services, buildOf, former.value) : { record, built };
}

export function createOpenProject(
  services: Services,
  record: ProjectRecord,
  built: Problem,
  onRefused: (causes: readonly Diagnostic[]) => void,
  limits: HistoryLimits = historyLimits,
): OpenProject {
  const edited = createEditedTimetables(services, record.id);
  const timetables = createMemo(() => edited.records().toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)));
  const best = createBest(timetables);
  const find = (id: string | null | undefined) => timetables().find((candidate) => candidate.id === id);
  const editor = createProjectEditor(services, record, edited, limits);
  onCleanup(() => services.editing.release());
  const problem = createRebuilt(built, editor, onRefused);
  const [adopted, setAdopted] = createSignal<string | null>(null);
  void services.storage.timetables
    .adopted(record.id)
    .then((known) => known.ok && setAdopted((id) => id ?? known.value));
  const readiness = createReadiness(services, problem);
  return {
    id: record.id,
    record,
    data: editor.data,
    problem,
    editor,
    timetables,
    timetable: (id) => find(id) ?? find(adopted()) ?? best(),
    adopt(id) {
      setAdopted(id);
      void services.storage.timetables.adopt(record.id, id);
    },
    adopted,
    readiness: readiness.findings,
    countedProblem: readiness.problem,
    evaluations: createEvaluations(services.analysis, problem, editor.scored),
  };
}

/** Edits in a row are built as one. */
const rebuildDelay = 60;

/** An edit after which the data makes no sense as a whole is taken back, and `onRefused` told why. */
function createRebuilt(
  built: Problem,
  editor: ProjectEditor,
  onRefused: (causes: readonly Diagnostic[]) => void,
): Accessor<Problem> {
  const [problem, setProblem] = createSignal(built);
  createEffect(
    on(
      editor.data,
      (data) => {
        // Nothing that is built reads the covers.
        if (differOnlyInCovers(data, problem().data)) return;
        let wanted = true;
        const timer = setTimeout(async () => {
          const result = await inSlices(buildSteps(data));
          if (!wanted) return;
          if (result.ok) setProblem(result.value);
          else {
            editor.discard();
            onRefused(result.diagnostics);
          }
        }, rebuildDelay);
        onCleanup(() => {
          wanted = false;
          clearTimeout(timer);
        });
      },
      { defer: true },
    ),
  );
  return problem;
}

/** It stays the one that is looked at while it is edited, for better or worse; a new timetable may take its place. */
function createBest(timetables: Accessor<readonly TimetableRecord[]>): Accessor<TimetableRecord | null> {
  let known: ReadonlySet<string> = new Set();
  return createMemo<TimetableRecord | null>((former) => {
    const all = timetables();
    const hasNew = all.some(({ id }) => !known.has(id));
    known = new Set(all.map(({ id }) => id));
    const same = hasNew ? undefined : all.find(({ id }) => id === former?.id);
    return same ?? all.reduce<TimetableRecord | null>(better, null);
  }, null);
}

/** An imported timetable has no score yet: it counts until there is a scored one. */
function better(found: TimetableRecord | null, candidate: TimetableRecord): TimetableRecord {
  if (found === null || candidate.score === null) return found ?? candidate;
  return found.score === null || compareScores(candidate.score, found.score) < 0 ? candidate : found;
}

/** The proofs by counting, found beside the page. */
function createReadiness(services: Services, problem: Accessor<Problem>) {
  const [counted, setCounted] = createSignal<{
    readonly problem: Problem;
    readonly findings: readonly PreCheckFinding[];
  } | null>(null);
  createEffect(() => {
    const asked = problem();
    void services.analysis.preCheck(asked).then((findings) => {
      if (asked === problem()) setCounted({ problem: asked, findings });
    });
  });
  return {
    findings: () => counted()?.findings ?? null,
    problem: () => counted()?.problem ?? problem(),
  };
}
