import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { applyChanges } from '../../domain/operations/apply-changes.ts';
import {
  type Change,
  invert,
  type Operation,
  type OperationLabel,
  type ProjectDocument,
} from '../../domain/operations/operation.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { type Result, success } from '../../domain/result.ts';
import type { TimetableData } from '../../domain/timetable.ts';
import type { ProjectRecord, TimetableRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';

/** The only way to change a project: every edit is an operation that can be taken back. */
export interface ProjectEditor {
  /** The data with every edit so far. */
  readonly data: Accessor<ProblemData>;
  /** Makes all changes at once, or fails with `operation.*` and changes nothing. An empty list is no edit. */
  apply(label: OperationLabel, changes: readonly Change[]): Result<null>;
  undo(): void;
  redo(): void;
  /** What the next undo or redo would do; null when there is nothing. */
  readonly undoable: Accessor<OperationLabel | null>;
  readonly redoable: Accessor<OperationLabel | null>;
  /** What could not be stored; empty when all is. */
  readonly unsaved: Accessor<readonly Diagnostic[]>;
}

/** The stored timetables of a project, as they are shown: an edit is seen at once and stored right after. */
export interface EditedTimetables {
  readonly records: Accessor<readonly TimetableRecord[]>;
  replace(record: TimetableRecord): void;
}

export function createProjectEditor(
  services: Services,
  record: ProjectRecord,
  timetables: EditedTimetables,
): ProjectEditor {
  const [data, setData] = createSignal(record.problem);
  const [done, setDone] = createSignal<readonly Operation[]>([]);
  const [undone, setUndone] = createSignal<readonly Operation[]>([]);
  const [unsaved, setUnsaved] = createSignal<readonly Diagnostic[]>([]);
  const save = createSaver(services, record.id, setUnsaved);

  function make(changes: readonly Change[]): Result<null> {
    const document: ProjectDocument = {
      problem: data(),
      timetables: new Map(timetables.records().map((item) => [item.id, item.timetable])),
    };
    const result = applyChanges(document, changes);
    if (!result.ok) return result;
    const { problem, timetables: changed } = result.value;
    if (problem !== document.problem) {
      setData(problem);
      save({ problem });
    }
    for (const item of timetables.records()) {
      const timetable = changed.get(item.id);
      if (timetable !== undefined && timetable !== item.timetable) replaceTimetable(item, timetable);
    }
    return success(null);
  }

  function replaceTimetable(item: TimetableRecord, timetable: TimetableData): void {
    // What it is worth is found out when it is looked at.
    const edited = { ...item, timetable, score: null, updatedAt: services.clock.now().toISOString() };
    timetables.replace(edited);
    save({ timetable: edited });
  }

  return {
    data,
    apply(label, changes) {
      if (changes.length === 0) return success(null);
      const result = make(changes);
      if (!result.ok) return result;
      const at = services.clock.now().toISOString();
      setDone((all) => [...all, { id: services.clock.newId(), at, label, changes }]);
      setUndone([]);
      return result;
    },
    undo() {
      const last = done().at(-1);
      if (last === undefined || !make(invert(last.changes)).ok) return;
      setDone((all) => all.slice(0, -1));
      setUndone((all) => [...all, last]);
    },
    redo() {
      const last = undone().at(-1);
      if (last === undefined || !make(last.changes).ok) return;
      setUndone((all) => all.slice(0, -1));
      setDone((all) => [...all, last]);
    },
    undoable: createMemo(() => done().at(-1)?.label ?? null),
    redoable: createMemo(() => undone().at(-1)?.label ?? null),
    unsaved,
  };
}

type Saved = { readonly problem: ProblemData } | { readonly timetable: TimetableRecord };

/** Stores one after the other, so that the last edit is what stays. */
function createSaver(services: Services, projectId: string, report: (causes: readonly Diagnostic[]) => void) {
  const { projects, timetables } = services.storage;
  let queue: Promise<unknown> = Promise.resolve();
  return (saved: Saved): void => {
    queue = queue.then(async () => {
      const result = await ('problem' in saved
        ? projects.update(projectId, { problem: saved.problem, name: saved.problem.name })
        : timetables.put(saved.timetable));
      report(result.ok ? [] : result.diagnostics);
    });
  };
}
