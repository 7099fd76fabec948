import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import { type Diagnostic, error } from '../../domain/diagnostic.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ProblemData } from '../../domain/problem-data.ts';
import { type Result, success } from '../../domain/result.ts';
import { isActive } from '../../domain/runs/run-states.ts';
import { inSlices } from '../../domain/steps.ts';
import type { Checkpoint } from '../../engine/run-contract/run-events.ts';
import { resultKeyOf, runInputOf } from '../../engine/run-contract/run-key.ts';
import { checkSettings } from '../../engine/run-contract/run-settings.ts';
import type { RunRecord } from '../../storage/records.ts';
import type { Services } from '../services.tsx';
import type { Translate } from '../text/text.tsx';
import type { ActiveRun } from './runs/active-run.ts';
import { executeRun } from './runs/execute-run.ts';
import { createLiveRun, type LiveRun } from './runs/live-run.ts';
import { newRunRecord, type WantedRun } from './runs/new-record.ts';
import { createRunQueue, type RunQueue } from './runs/run-queue.ts';

export type { ActiveRun, RunBest } from './runs/active-run.ts';

export interface RunRequest extends WantedRun {
  readonly projectName: string;
  readonly problem: Problem;
}

/** A result of just what was asked for. */
export interface KnownResult {
  readonly record: RunRecord;
  readonly request: RunRequest;
}

export interface RunController {
  /** The run of this tab that is on, or the last one. */
  readonly current: Accessor<ActiveRun | null>;
  /** True while a run is on in this tab. */
  readonly busy: Accessor<boolean>;
  readonly queue: RunQueue;
  /** Why the last request was refused. */
  readonly refusal: Accessor<readonly Diagnostic[]>;
  /** What the last request would find again; null once it was run, or forgotten. */
  readonly known: Accessor<KnownResult | null>;
  forgetKnown(): void;
  /**
   * The run is there at once, before anything is measured or encoded; it begins when its turn comes. Null when it is
   * refused, when the same request is just being made, or when there is a result of it already (`known`), unless `again`.
   */
  start(request: RunRequest, again?: boolean): Promise<ActiveRun | null>;
  /** An interrupted run waits for its turn again, and goes on from its checkpoint. */
  resume(id: string): Promise<Result<null>>;
  /** A run from elsewhere waits for its turn, and goes on from its checkpoint where it has one. */
  adopt(record: RunRecord, problem: ProblemData, checkpoint: Checkpoint | null): Promise<Result<null>>;
  /** Calls back as soon as no run is on in this tab; none begins here any more until then. */
  whenIdle(act: () => void): void;
}

/** A page that is to be loaded anew is gone by then. */
const leavingMilliseconds = 10_000;

export function createRunController(services: Services, text: Translate): RunController {
  const { runs: stored, turns } = services.storage;
  const [current, setCurrent] = createSignal<ActiveRun | null>(null);
  const [executing, setExecuting] = createSignal<ActiveRun | null>(null);
  const [refusal, setRefusal] = createSignal<readonly Diagnostic[]>([]);
  const [known, setKnown] = createSignal<KnownResult | null>(null);
  const [unstored, setUnstored] = createSignal<readonly LiveRun[]>([]);
  const lives = new Map<string, LiveRun>();
  const own = new Map<string, ActiveRun>();
  /** Asked for in this tab: where tabs cannot know of each other, it brings on no others. */
  const asked = new Set<string>();
  let isStarting = false;
  let isLeaving = false;
  let whenIdle: (() => void) | null = null;
  const queue = createRunQueue(services, own);

  function add(live: LiveRun): void {
    lives.set(live.record.id, live);
    own.set(live.record.id, live.run);
  }

  function drop(id: string): void {
    lives.delete(id);
    own.delete(id);
    asked.delete(id);
  }

  /** One after the other, until none is left that this tab may bring on. */
  async function work(): Promise<void> {
    // Whoever had the turn before is gone, if its run is alive no more.
    if (turns.isShared) await stored.markInterrupted();
    while (!queue.isHeld() && whenIdle === null && !isLeaving) {
      const live = await next();
      if (live === null) break;
      setCurrent(live.run);
      setExecuting(live.run);
      await executeRun(services, text, live);
      setExecuting(null);
      drop(live.record.id);
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

  async function next(): Promise<LiveRun | null> {
    const [first] = unstored();
    if (first !== undefined) {
      setUnstored((all) => all.slice(1));
      return first;
    }
    for (;;) {
      const listed = await stored.active();
      const rows = listed.ok ? listed.value : [];
      const row = rows.find(({ id, state }) => state === 'queued' && (turns.isShared || asked.has(id)));
      if (row === undefined) return null;
      const there = lives.get(row.id);
      if (there !== undefined) return there;
      const live = await fromStorage(services, row);
      if (live.ok) {
        add(live.value);
        return live.value;
      }
      const [cause] = live.diagnostics;
      const problem = { code: cause?.code ?? 'storage.failed', message: cause?.message ?? '' };
      await stored.finish(row.id, 'failed', { reason: 'failed', error: problem });
    }
  }

  // Whoever sees that runs wait, or are on elsewhere, stands in the line: the tab that brings them on may go.
  createEffect(() => {
    const wanted = queue.runs().some(({ record, own: mine }) => {
      if (!turns.isShared) return record.state === 'queued' && asked.has(record.id);
      return record.state === 'queued' || (mine === null && record.state !== 'paused');
    });
    if ((wanted || unstored().length > 0) && !queue.isHeld()) turns.ask(work);
  });

  // What another tab did to a run that waits here.
  createEffect(
    on(queue.runs, (runs) => {
      for (const live of lives.values()) {
        if (live.run === executing()) continue;
        const row = runs.find(({ record }) => record.id === live.record.id)?.record;
        if (row === undefined || row.state === live.run.state()) continue;
        live.follow(row.state);
        if (row.state === 'running' && current() === live.run) setCurrent(null);
      }
    }),
  );

  async function start(request: RunRequest, again = false): Promise<ActiveRun | null> {
    // Set before the first await: a second press finds it.
    if (isStarting) return null;
    isStarting = true;
    setRefusal([]);
    setKnown(null);
    try {
      const record = newRunRecord(services.clock.newId(), services.clock.now().toISOString(), request);
      const flaws = record.wish === null ? checkSettings(record.settings) : [];
      if (request.problem.events.length === 0) {
        const advice = 'Add events to the project first.';
        return refuse([...flaws, error('run.noEvents', 'There is nothing to place.', { advice })]);
      }
      if (flaws.length > 0) return refuse(flaws);
      return await enqueue(request, record, again);
    } finally {
      isStarting = false;
    }
  }

  function refuse(causes: readonly Diagnostic[]): null {
    setRefusal(causes);
    return null;
  }

  async function enqueue(request: RunRequest, bare: RunRecord, again: boolean): Promise<ActiveRun | null> {
    const { problem, projectName, variant } = request;
    const live = createLiveRun(services, bare, projectName, problem, true);
    const show = () => {
      if (lives.size === 0 && queue.runs().length === 0) setCurrent(live.run);
    };
    // Where nothing is planned yet no result can be known: the run is shown before what it searches is hashed.
    if (bare.wish !== null) show();
    const input = await runInputOf(problem.data, variant, bare.settings.start);
    const resultKey = bare.wish === null ? await resultKeyOf(input.inputHash, bare.settings) : null;
    const found = resultKey === null || again ? null : await stored.findResult(resultKey);
    if (found?.ok === true && found.value !== null) {
      setKnown({ record: found.value, request });
      void stored.countResultHit();
      return null;
    }
    // Shown already, it may have been given up: there is nothing to bring on then.
    if (!isActive(live.run.state())) return live.run;
    // Shown already, it may have been held back: it waits so. From here on verbs are written after this row.
    live.amend({ ...input, resultKey, state: live.run.state(), log: live.run.log() });
    show();
    add(live);
    asked.add(bare.id);
    const waiting = await live.store(() => stored.enqueue(live.record, problem.data));
    const refused = waiting.diagnostics.filter(({ code }) => code.startsWith('run.'));
    if (!waiting.ok && refused.length > 0) {
      drop(bare.id);
      if (current() === live.run) setCurrent(null);
      return refuse(refused);
    }
    // Nobody else knows of it then; it is brought on all the same.
    if (!waiting.ok) setUnstored((all) => [...all, live]);
    return live.run;
  }

  return {
    current,
    busy: () => {
      const run = current();
      return executing() !== null || (run !== null && isActive(run.state()));
    },
    queue,
    refusal,
    known,
    forgetKnown: () => void setKnown(null),
    start,
    async resume(id) {
      asked.add(id);
      const moved = await stored.move(id, 'queued', { phase: 'waiting', endedAt: null, reason: null });
      if (!moved.ok) asked.delete(id);
      return moved.ok ? success(null) : moved;
    },
    async adopt(record, problem, checkpoint) {
      asked.add(record.id);
      const waiting = await stored.enqueue(record, problem, checkpoint);
      if (!waiting.ok) asked.delete(record.id);
      return waiting.ok ? success(null) : waiting;
    },
    whenIdle(act) {
      if (executing() === null) leave(act);
      else whenIdle = act;
    },
  };
}

/** A run that waits, with what it searches: its own problem, or that of the project where it is older than that. */
async function fromStorage(services: Services, record: RunRecord): Promise<Result<LiveRun>> {
  const { runs, projects } = services.storage;
  const project = await projects.get(record.projectId);
  if (!project.ok) return project;
  const data = record.problemHash === null ? success(project.value.problem) : await runs.input(record.problemHash);
  if (!data.ok) return data;
  const { buildSteps } = await import('../../domain/build-problem.ts');
  const built = await inSlices(buildSteps(data.value));
  return built.ok ? success(createLiveRun(services, record, project.value.name, built.value)) : built;
}
