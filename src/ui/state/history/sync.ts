import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { firstKept, type HistoryLimits } from '../../../domain/operations/kept-history.ts';
import type { EditingRight } from '../../../storage/history-contract.ts';
import type { ProjectRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { EditedTimetables } from '../project/edited-timetables.ts';
import type { MadeStep, ProjectSteps } from '../project/project-steps.ts';
import type { ShownProject } from '../project/shown-project.ts';
import { createFollower } from './follower.ts';
import { createLeaveGuard } from './leave-guard.ts';
import type { HistoryLog } from './log.ts';
import { createHistoryWriter } from './writer.ts';

/** What a project shows, and the storage that it is kept in step with. */
export interface SyncedProject {
  readonly storage: Pick<Services['storage'], 'histories' | 'editing'>;
  readonly record: ProjectRecord;
  readonly shown: ShownProject;
  readonly log: HistoryLog;
  readonly steps: ProjectSteps;
  readonly timetables: EditedTimetables;
  readonly limits: HistoryLimits;
  readonly trouble: (causes: readonly Diagnostic[]) => void;
}

/** Stores the steps of this tab, makes those of the others, and forgets what is too old; until the project is closed. */
export interface HistorySync {
  readonly right: Accessor<EditingRight>;
  readonly saving: Accessor<boolean>;
  readonly unsaved: Accessor<readonly Diagnostic[]>;
  push(made: MadeStep): void;
  /** A snapshot is due, soon. */
  touch(): void;
  /** Resolves when everything is stored, as far as it can be. */
  flush(): Promise<void>;
  takeOver(): void;
}

export function createHistorySync(project: SyncedProject): HistorySync {
  const { record, shown, log, steps, timetables, trouble } = project;
  const { id: projectId } = record;
  const { histories, editing } = project.storage;
  const [right, setRight] = createSignal<EditingRight>('asking');
  const [saving, setSaving] = createSignal(false);
  const [unsaved, setUnsaved] = createSignal<readonly Diagnostic[]>([]);
  const askBeforeLeaving = createLeaveGuard();
  const mayEdit = () => right() === 'editing';

  const writer = createHistoryWriter(histories, projectId, {
    snapshot: () => (mayEdit() ? shown.takeSnapshot(steps.last()) : null),
    notSaved: shown.addUnstored,
    moved(step, causes) {
      steps.giveWay(step.seq);
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
    ...{ histories, projectId, last: steps.last, mayRepair: mayEdit, follow: steps.follow, trouble },
  });
  const prune = () => pruneHistory(project, writer.flush);

  async function open(): Promise<void> {
    const found = await histories.steps(projectId, 0);
    if (found.ok) log.addEarlier(found.value.filter(({ seq }) => seq <= record.seq));
    else trouble(found.diagnostics);
    await follower.start();
    timetables.start(steps.edited);
    if (steps.last() > record.storedSeq) writer.touch();
    if (mayEdit()) await prune();
  }

  const opened = open();
  const onRight = (next: EditingRight) => {
    setRight(next);
    if (next === 'editing') void opened.then(follower.catchUp).then(prune);
  };
  const seat = editing.join(projectId, onRight, writer.flush);
  whenHidden(() => void writer.flush());
  onCleanup(() => {
    follower.stop();
    writer.dispose().finally(seat.leave);
  });
  return {
    ...{ right, saving, unsaved },
    push: ({ step, rows }) => writer.push(step, rows),
    touch: writer.touch,
    flush: writer.flush,
    takeOver: seat.takeOver,
  };
}

/** Forgets what need not be kept, here and in the storage; when it is not possible now, it is the next time. */
async function pruneHistory(
  { storage, record, log, limits }: SyncedProject,
  flush: () => Promise<void>,
): Promise<void> {
  const steps = log.after(0);
  const first = firstKept(steps, limits);
  if (first <= (steps[0]?.seq ?? 1)) return;
  await flush();
  const pruned = await storage.histories.prune(record.id, first);
  if (pruned.ok && pruned.value) log.prune(first);
}

/** A page that is hidden may be ended without another word. */
function whenHidden(act: () => void): void {
  if (typeof document === 'undefined') return;
  const listener = () => {
    if (document.visibilityState === 'hidden') act();
  };
  document.addEventListener('visibilitychange', listener);
  onCleanup(() => document.removeEventListener('visibilitychange', listener));
}
