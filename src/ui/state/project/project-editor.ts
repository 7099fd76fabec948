import { type Accessor, createMemo, createSignal } from 'solid-js';
import { type Diagnostic, error } from '../../../domain/diagnostic.ts';
import { type MoveStep, moveTo } from '../../../domain/operations/history.ts';
import { type HistoryLimits, historyLimits } from '../../../domain/operations/kept-history.ts';
import type { Change, OperationLabel } from '../../../domain/operations/operation.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { failure, type Result, success } from '../../../domain/result.ts';
import type { Score } from '../../../domain/score.ts';
import type { EditingRight } from '../../../storage/history-contract.ts';
import type { ProjectRecord, TimetableRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import { createHistoryLog, type HistoryLog, type LoggedOperation } from '../history/log.ts';
import { createHistorySync } from '../history/sync.ts';
import type { EditedTimetables } from './edited-timetables.ts';
import { createProjectSteps, type NewStep } from './project-steps.ts';
import { createShownProject } from './shown-project.ts';

/** The only way to change a project: every edit is an operation that can be taken back. */
export interface ProjectEditor {
  /** The data with every edit so far. */
  readonly data: Accessor<ProblemData>;
  /**
   * Makes all changes at once, or fails and changes nothing: with `operation.*`, with `history.elsewhere` while
   * another tab edits the project, or with `history.storing` while former edits of this one wait. An empty list is no edit.
   */
  apply(label: OperationLabel, changes: readonly Change[]): Result<null>;
  undo(): void;
  redo(): void;
  /** Takes the last operation back as if it had never been: the data makes no sense with it. */
  discard(): void;
  /** Takes back or makes again as many operations as needed, so that the first `position` of them are made. */
  goTo(position: number): void;
  /** What the next undo or redo would do; null when there is nothing. */
  readonly undoable: Accessor<OperationLabel | null>;
  readonly redoable: Accessor<OperationLabel | null>;
  /** All that can be taken back or made again, oldest first. */
  readonly operations: Accessor<readonly LoggedOperation[]>;
  /** Number of the operations that are made; those after it were taken back. */
  readonly position: Accessor<number>;
  /** When the first operation was made that is kept; null when all are. */
  readonly since: Accessor<string | null>;
  /** Number of the last step of the log: it names a state of the project. */
  readonly lastStep: () => number;
  /** Whether this tab may edit; `following` shows what another tab does, `storing` waits for former edits. */
  readonly right: Accessor<EditingRight>;
  /** Asks the other tab to hand the right on. */
  takeOver(): void;
  /** What an edited timetable is worth, so that it is stored with it. */
  scored(record: TimetableRecord, score: Score): void;
  /** What undo or redo did last, or what went wrong. */
  readonly happened: Accessor<Happening | null>;
  /** Whether edits wait to be stored; the browser asks before the page is left meanwhile. */
  readonly saving: Accessor<boolean>;
  /** What could not be stored; empty when all is. */
  readonly unsaved: Accessor<readonly Diagnostic[]>;
  /** Resolves when everything is stored, as far as it can be. */
  flush(): Promise<void>;
}

export type Happening =
  | { readonly kind: 'undo' | 'redo'; readonly label: OperationLabel; readonly count: number }
  | { readonly kind: 'trouble'; readonly causes: readonly Diagnostic[] };

export function createProjectEditor(
  services: Services,
  record: ProjectRecord,
  timetables: EditedTimetables,
  limits: HistoryLimits = historyLimits,
): ProjectEditor {
  const [happened, setHappened] = createSignal<Happening | null>(null);
  const trouble = (causes: readonly Diagnostic[]): void => void setHappened({ kind: 'trouble', causes });
  const now = () => services.clock.now().toISOString();
  const log = createHistoryLog();
  const shown = createShownProject(record, timetables, now);
  const steps = createProjectSteps(record, shown, log, now);
  const sync = createHistorySync({
    ...{ storage: services.storage, record, shown, log, steps, timetables, limits, trouble },
  });
  const mayEdit = () => sync.right() === 'editing';

  function take(step: NewStep): Result<null> {
    const made = steps.make(step);
    if (!made.ok) return made;
    sync.push(made.value);
    return success(null);
  }

  /** Takes operations back or makes them again; false when that cannot be done. */
  function move(step: Pick<MoveStep, 'kind' | 'of'> | null): boolean {
    if (step === null || !mayEdit()) return false;
    const made = take(step);
    if (!made.ok) trouble(made.diagnostics);
    return made.ok;
  }

  function goTo(wanted: number): void {
    const { position } = log.history();
    const step = moveTo(log.history(), wanted);
    // Those beside the present position are told: what is undone last comes last.
    const label = log.operations()[step?.kind === 'undo' ? position - 1 : position]?.label;
    if (!move(step) || step === null || label === undefined || step.kind === 'discard') return;
    setHappened({ kind: step.kind, label, count: step.of.length });
  }

  return {
    data: shown.data,
    apply(label, changes) {
      if (changes.length === 0) return success(null);
      return mayEdit()
        ? take({ kind: 'do', label, changes })
        : failure([sync.right() === 'storing' ? stillStoring() : elsewhere()]);
    },
    undo: () => goTo(log.history().position - 1),
    redo: () => goTo(log.history().position + 1),
    discard() {
      const { line, position } = log.history();
      const seq = line[position - 1];
      if (seq !== undefined) move({ kind: 'discard', of: [seq] });
    },
    goTo,
    ...whereabouts(log),
    lastStep: steps.last,
    right: sync.right,
    takeOver: sync.takeOver,
    scored(record, score) {
      if (!timetables.scored(record, score) || !mayEdit()) return;
      shown.addUnstored({ problem: false, timetables: [record.id] });
      sync.touch();
    },
    happened,
    saving: sync.saving,
    unsaved: sync.unsaved,
    flush: sync.flush,
  };
}

/** Where in its history the project is. */
function whereabouts({
  history,
  operations,
  since,
}: HistoryLog): Pick<ProjectEditor, 'undoable' | 'redoable' | 'operations' | 'position' | 'since'> {
  const labelAt = (position: number) => operations()[position]?.label ?? null;
  return {
    undoable: createMemo(() => labelAt(history().position - 1)),
    redoable: createMemo(() => labelAt(history().position)),
    operations,
    position: createMemo(() => history().position),
    since,
  };
}

function elsewhere(): Diagnostic {
  return error('history.elsewhere', 'This project is being edited in another tab.', {
    advice: 'Take over to edit it here.',
  });
}

function stillStoring(): Diagnostic {
  return error('history.storing', 'Former edits of this project still wait to be stored.', {
    advice: 'Wait until they are; if the disk is full, free some space.',
  });
}
