import { type Accessor, createEffect, on } from 'solid-js';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { type Result, success } from '../../../domain/result.ts';
import { isActive } from '../../../domain/runs/run-states.ts';
import type { Checkpoint } from '../../../engine/run-contract/run-events.ts';
import type { RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { Translate } from '../../text/text.tsx';
import type { ActiveRun } from './active-run.ts';
import { createOwnRuns, type OwnRuns } from './own-runs.ts';
import { createOwnTurn, type OwnTurn } from './own-turn.ts';
import { createRunQueue, type RunQueue } from './run-queue.ts';
import { createRunRequests, type RunRequests } from './run-requests.ts';

export type { ActiveRun, RunBest } from './active-run.ts';

export interface RunController extends RunRequests {
  /** The run of this tab that is on, or the last one. */
  readonly current: Accessor<ActiveRun | null>;
  /** True while a run is on in this tab. */
  readonly busy: Accessor<boolean>;
  readonly queue: RunQueue;
  /** An interrupted run waits for its turn again, and goes on from its checkpoint. */
  resume(id: string): Promise<Result<null>>;
  /** A run from elsewhere waits for its turn, and goes on from its checkpoint where it has one. */
  adopt(record: RunRecord, problem: ProblemData, checkpoint: Checkpoint | null): Promise<Result<null>>;
  /** Calls back as soon as no run is on in this tab; none begins here any more until then. */
  whenIdle(act: () => void): void;
}

export function createRunController(services: Services, text: Translate): RunController {
  const { runs: stored } = services.storage;
  const own = createOwnRuns();
  const queue = createRunQueue(services, own);
  const turn = createOwnTurn(services, text, own, queue.isHeld);
  const requests = createRunRequests(services, own, () => queue.runs().length === 0);
  standInLine(services.storage.turns.isShared, queue, own, turn);
  followOtherTabs(queue, own, turn);

  /** A stored run that this tab asks for. */
  async function ask(id: string, write: () => Promise<Result<unknown>>): Promise<Result<null>> {
    own.ask(id);
    const waiting = await write();
    if (!waiting.ok) own.forget(id);
    return waiting.ok ? success(null) : waiting;
  }

  return {
    ...requests,
    current: own.current,
    busy: () => {
      const run = own.current();
      return turn.executing() !== null || (run !== null && isActive(run.state()));
    },
    queue,
    resume: (id) => ask(id, () => stored.move(id, 'queued', { phase: 'waiting', endedAt: null, reason: null })),
    adopt: (record, problem, checkpoint) => ask(record.id, () => stored.enqueue(record, problem, checkpoint)),
    whenIdle: turn.whenIdle,
  };
}

/** Whoever sees that runs wait, or are on elsewhere, stands in the line: the tab that brings them on may go. */
function standInLine(isShared: boolean, queue: RunQueue, own: OwnRuns, turn: OwnTurn): void {
  createEffect(() => {
    const wanted = queue.runs().some(({ record, own: mine }) => {
      if (!isShared) return record.state === 'queued' && own.isAsked(record.id);
      return record.state === 'queued' || (mine === null && record.state !== 'paused');
    });
    if ((wanted || own.unstored().length > 0) && !queue.isHeld()) turn.ask();
  });
}

/** What another tab did to a run that waits here. */
function followOtherTabs(queue: RunQueue, own: OwnRuns, turn: OwnTurn): void {
  createEffect(
    on(queue.runs, (runs) => {
      for (const live of own.all()) {
        if (live.run === turn.executing()) continue;
        const row = runs.find(({ record }) => record.id === live.record.id)?.record;
        if (row === undefined || row.state === live.run.state()) continue;
        live.follow(row.state);
        if (row.state === 'running' && own.current() === live.run) own.show(null);
      }
    }),
  );
}
