import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import { applyChanges } from '../../domain/operations/apply-changes.ts';
import { type MoveStep, moveTo, type Step } from '../../domain/operations/history.ts';
import { firstKept, type HistoryLimits, historyLimits } from '../../domain/operations/kept-history.ts';
import {
  type Change,
  invert,
  isPlaceChange,
  type OperationLabel,
  type ProjectDocument,
} from '../../domain/operations/operation.ts';
import { applyKnown } from '../../domain/operations/replay.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Score } from '../../domain/score.ts';
import type { TimetableData } from '../../domain/timetable.ts';
import type { EditingRight, Snapshot, TimetableRows } from '../../storage/history-contract.ts';
import type { ProjectRecord, TimetableRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';
import type { EditedTimetables } from './edited-timetables.ts';
import { createFollower } from './history-follower.ts';
import { createHistoryLog, type LoggedOperation, loggedStep } from './history-log.ts';
import { createHistoryWriter } from './history-writer.ts';
import { createLeaveGuard } from './leave-guard.ts';
import { timetableRows } from './timetable/rows.ts';

/** The only way to change a project: every edit is an operation that can be taken back. */
export interface ProjectEditor {
  /** The data with every edit so far. */
  readonly data: Accessor<ProblemData>;
  /**
   * Makes all changes at once, or fails and changes nothing: with `operation.*`, or with `history.elsewhere` while
   * another tab edits the project. An empty list is no edit.
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
  /** Whether this tab may edit; `following` shows what another tab does. */
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
  const { histories, editing } = services.storage;
  const [data, setData] = createSignal(record.problem);
  const [right, setRight] = createSignal<EditingRight>('asking');
  const [happened, setHappened] = createSignal<Happening | null>(null);
  const [saving, setSaving] = createSignal(false);
  const [unsaved, setUnsaved] = createSignal<readonly Diagnostic[]>([]);
  const trouble = (causes: readonly Diagnostic[]): void => void setHappened({ kind: 'trouble', causes });
  const log = createHistoryLog();
  const unstored = createUnstored(record);
  const askBeforeLeaving = createLeaveGuard();
  /** Number of the last step in what is shown. */
  let last = record.seq;

  const writer = createHistoryWriter(histories, record.id, {
    snapshot: () => (right() === 'editing' ? unstored.take(last, data(), timetables.records()) : null),
    notSaved: unstored.add,
    moved(step, causes) {
      // What another tab did came first.
      for (const mine of log.after(step.seq - 1).toReversed()) {
        const changes = log.changesOf(mine);
        if (changes.ok) make(invert(changes.value));
      }
      log.cut(step.seq - 1);
      last = step.seq - 1;
      trouble(causes);
      void follower.catchUp();
    },
    report: setUnsaved,
    waiting(isWaiting) {
      setSaving(isWaiting);
      askBeforeLeaving(isWaiting);
    },
  });

  const follower = createFollower({
    histories,
    projectId: record.id,
    last: () => last,
    mayRepair: () => right() === 'editing',
    follow(step) {
      log.add(step);
      const changes = log.changesOf(step);
      const made = changes.ok ? make(changes.value) : changes;
      if (made.ok) last = step.seq;
      else log.cut(last);
      return made.ok;
    },
    trouble,
  });

  /** Makes the changes in what is shown; the rows of timetables that come, go or are renamed are for the log. */
  function make(changes: readonly Change[], apply = applyKnown): Result<TimetableRows> {
    const before: ProjectDocument = {
      problem: data(),
      timetables: new Map(timetables.records().map(({ id, timetable }) => [id, timetable])),
    };
    const result = apply(before, changes);
    if (!result.ok) return result;
    const { problem, timetables: changed } = result.value;
    if (problem !== before.problem) {
      unstored.add({ problem: true, timetables: [] });
      setData(problem);
    }
    const now = services.clock.now().toISOString();
    const rows = timetableRows(record.id, timetables.records(), changes, changed, now);
    const written = new Set(rows.put.map(({ id }) => id));
    for (const id of rows.remove) timetables.remove(id);
    for (const row of rows.put) timetables.put(row);
    for (const [id, timetable] of changed) {
      if (timetable === before.timetables.get(id) || written.has(id)) continue;
      unstored.add({ problem: false, timetables: [id] });
      timetables.replace(id, timetable);
    }
    return success(rows);
  }

  function take(step: NewStep, rows: TimetableRows): void {
    const whole: Step = { ...step, seq: last + 1, at: services.clock.now().toISOString() };
    last = whole.seq;
    log.add(loggedStep(whole));
    writer.push(whole, rows);
  }

  /** Takes operations back or makes them again; false when that cannot be done. */
  function move(step: Pick<MoveStep, 'kind' | 'of'> | null): boolean {
    if (step === null || right() !== 'editing') return false;
    const changes = log.changesOf({ ...step, seq: last + 1 });
    const made = changes.ok ? make(changes.value) : changes;
    if (made.ok) take(step, made.value);
    else trouble(made.diagnostics);
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

  /** A timetable that is seen for the first time, with the steps that are only in the log yet. */
  function edited({ id, seq = 0, timetable }: TimetableRecord): TimetableData {
    let document: ProjectDocument = { problem: data(), timetables: new Map([[id, timetable]]) };
    for (const step of log.after(Math.max(seq, record.storedSeq))) {
      const changes = log.changesOf(step);
      if (!changes.ok) break;
      const made = applyKnown(document, changes.value.filter(isPlaceChange));
      if (made.ok) document = made.value;
    }
    const result = document.timetables.get(id) ?? timetable;
    if (result !== timetable) unstored.add({ problem: false, timetables: [id] });
    return result;
  }

  /** Forgets what need not be kept, here and in the storage; when it is not possible now, it is the next time. */
  async function prune(): Promise<void> {
    const steps = log.after(0);
    const first = firstKept(steps, limits);
    if (first <= (steps[0]?.seq ?? 1)) return;
    await writer.flush();
    const pruned = await histories.prune(record.id, first);
    if (pruned.ok && pruned.value) log.prune(first);
  }

  const opened = histories.steps(record.id, 0).then(async (found) => {
    if (found.ok) log.addEarlier(found.value.filter(({ seq }) => seq <= record.seq));
    else trouble(found.diagnostics);
    await follower.start();
    timetables.start(edited);
    if (last > record.storedSeq) writer.touch();
    if (right() === 'editing') await prune();
  });

  const seat = editing.join(
    record.id,
    (next) => {
      setRight(next);
      if (next === 'editing') void opened.then(follower.catchUp).then(prune);
    },
    () => writer.flush(),
  );
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') void writer.flush();
  };
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', whenHidden);
  onCleanup(() => {
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', whenHidden);
    follower.stop();
    writer.dispose().finally(seat.leave);
  });

  const labelAt = (position: number) => log.operations()[position]?.label ?? null;
  return {
    data,
    apply(label, changes) {
      if (changes.length === 0) return success(null);
      if (right() !== 'editing') return failure([elsewhere()]);
      const result = make(changes, applyChanges);
      if (!result.ok) return result;
      take({ kind: 'do', label, changes }, result.value);
      return success(null);
    },
    undo: () => goTo(log.history().position - 1),
    redo: () => goTo(log.history().position + 1),
    discard() {
      const { line, position } = log.history();
      const seq = line[position - 1];
      if (seq !== undefined) move({ kind: 'discard', of: [seq] });
    },
    goTo,
    undoable: createMemo(() => labelAt(log.history().position - 1)),
    redoable: createMemo(() => labelAt(log.history().position)),
    operations: log.operations,
    position: createMemo(() => log.history().position),
    since: log.since,
    lastStep: () => last,
    right,
    takeOver: seat.takeOver,
    scored(record, score) {
      if (!timetables.scored(record, score) || right() !== 'editing') return;
      unstored.add({ problem: false, timetables: [record.id] });
      writer.touch();
    },
    happened,
    saving,
    unsaved,
    flush: writer.flush,
  };
}

type NewStep = { [Kind in Step as Kind['kind']]: Omit<Kind, 'seq' | 'at'> }[Step['kind']];

function elsewhere(): Diagnostic {
  return error('history.elsewhere', 'This project is being edited in another tab.', {
    advice: 'Take over to edit it here.',
  });
}

/** What a snapshot has to contain: all that was changed since the last one. */
interface Unstored {
  readonly problem: boolean;
  /** Ids. */
  readonly timetables: Iterable<string>;
}

function createUnstored(record: ProjectRecord) {
  let problem = record.seq > record.storedSeq;
  let ids = new Set<string>();
  return {
    add(more: Unstored): void {
      problem ||= more.problem;
      for (const id of more.timetables) ids.add(id);
    },
    /** The snapshot to store; from then on nothing is unstored. Null when there is nothing. */
    take(seq: number, data: ProblemData, records: readonly TimetableRecord[]): Snapshot | null {
      if (!problem && ids.size === 0) return null;
      const changed = records
        .filter(({ id }) => ids.has(id))
        .map(({ id, timetable, score }) => [id, { timetable, score }] as const);
      const snapshot = { seq, problem: problem ? data : null, timetables: new Map(changed) };
      problem = false;
      ids = new Set();
      return snapshot;
    },
  };
}
