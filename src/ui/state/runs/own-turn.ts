import { type Accessor, createSignal } from 'solid-js';
import { type Result, success } from '../../../domain/result.ts';
import { inSlices } from '../../../domain/steps.ts';
import type { RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { ActiveRun } from './active-run.ts';
import { executeRun } from './execute-run.ts';
import { createLiveRun, type LiveRun } from './live-run.ts';
import type { OwnRuns } from './own-runs.ts';

/** The turn of this tab to bring runs on; one tab has it at a time. */
export interface OwnTurn {
  /** The run that this tab brings on. */
  readonly executing: Accessor<ActiveRun | null>;
  /** Stands in the line for the turn. */
  ask(): void;
  /** Calls back as soon as no run is on in this tab; none begins here any more until then. */
  whenIdle(act: () => void): void;
}

/** A page that is to be loaded anew is gone by then. */
const leavingMilliseconds = 10_000;

export function createOwnTurn(services: Services, text: Translate, own: OwnRuns, isHeld: Accessor<boolean>): OwnTurn {
  const { runs: stored, turns } = services.storage;
  const [executing, setExecuting] = createSignal<ActiveRun | null>(null);
  let isLeaving = false;
  let whenIdle: (() => void) | null = null;

  /** One after the other, until none is left that this tab may bring on. */
  async function work(): Promise<void> {
    // Whoever had the turn before is gone, if its run is alive no more.
    if (turns.isShared) await stored.markInterrupted();
    while (!isHeld() && whenIdle === null && !isLeaving) {
      const live = await nextRun(services, own);
      if (live === null) break;
      own.show(live.run);
      setExecuting(live.run);
      await executeRun(services, text, live);
      setExecuting(null);
      own.drop(live.record.id);
    }
    if (whenIdle === null) return;
    leave(whenIdle);
    whenIdle = null;
  }

  /** Nothing begins while the page is about to go; when it stays after all, the queue goes on. */
  function leave(act: () => void): void {
    isLeaving = true;
    setTimeout(() => {
      isLeaving = false;
      turns.ask(work);
    }, leavingMilliseconds);
    act();
  }

  return {
    executing,
    ask: () => turns.ask(work),
    whenIdle(act) {
      if (executing() === null) leave(act);
      else whenIdle = act;
    },
  };
}

/** The run whose turn it is, among those that this tab may bring on; one that cannot be brought on fails. */
async function nextRun(services: Services, own: OwnRuns): Promise<LiveRun | null> {
  const { runs: stored, turns } = services.storage;
  const unstored = own.takeUnstored();
  if (unstored !== null) return unstored;
  for (;;) {
    const listed = await stored.active();
    const rows = listed.ok ? listed.value : [];
    const row = rows.find(({ id, state }) => state === 'queued' && (turns.isShared || own.isAsked(id)));
    if (row === undefined) return null;
    const there = own.get(row.id);
    if (there !== undefined) return there;
    const live = await fromStorage(services, row);
    if (live.ok) {
      own.add(live.value);
      return live.value;
    }
    const [cause] = live.diagnostics;
    const problem = { code: cause?.code ?? 'storage.failed', message: cause?.message ?? '' };
    await stored.finish(row.id, 'failed', { reason: 'failed', error: problem });
  }
}

/** A run that waits, with what it searches: its own problem, or that of the project where it is older than that. */
async function fromStorage(services: Services, record: RunRecord): Promise<Result<LiveRun>> {
  const { runs, projects } = services.storage;
  const project = await projects.get(record.projectId);
  if (!project.ok) return project;
  const data = record.problemHash === null ? success(project.value.problem) : await runs.input(record.problemHash);
  if (!data.ok) return data;
  const { buildSteps } = await import('../../../domain/build-problem.ts');
  const built = await inSlices(buildSteps(data.value));
  return built.ok ? success(createLiveRun(services, record, project.value.name, built.value)) : built;
}
