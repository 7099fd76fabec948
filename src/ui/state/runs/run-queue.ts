import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { isWaiting, type RunState } from '../../../domain/runs/run-states.ts';
import type { RunProgress } from '../../../engine/run-contract/run-events.ts';
import type { RunRecord } from '../../../storage/records.ts';
import type { Services } from '../../services.tsx';
import type { ActiveRun } from './active-run.ts';
import type { OwnRuns } from './own-runs.ts';
import { shareDone } from './run-time.ts';

/** A run that waits or is on, in this tab or another. */
export interface QueuedRun {
  readonly record: RunRecord;
  /** As its tab told last; null before it told anything. */
  readonly progress: Accessor<RunProgress | null>;
  /** Share that is done, 0 … 1. */
  readonly done: Accessor<number>;
  readonly state: Accessor<RunState>;
  /** The run itself, when it is one of this tab. */
  readonly own: ActiveRun | null;
}

export type RunVerb = 'pause' | 'resume' | 'stop' | 'cancel';

export interface RunQueue {
  /** Of all projects, in the order of their turns. */
  readonly runs: Accessor<readonly QueuedRun[]>;
  /** Runs that wait go on waiting, in every tab. */
  readonly isHeld: Accessor<boolean>;
  hold(isHeld: boolean): void;
  /** Whichever tab it is in. */
  tell(id: string, verb: RunVerb): void;
  /** One place earlier (−1) or later (1) among those that wait. */
  shift(id: string, by: -1 | 1): void;
}

/** What the tabs tell each other. */
type RunMessage =
  | { readonly kind: 'progress'; readonly id: string; readonly progress: RunProgress }
  | { readonly kind: 'verb'; readonly id: string; readonly verb: RunVerb };

/** The queue as every tab sees it. */
export function createRunQueue(services: Services, own: Pick<OwnRuns, 'get'>): RunQueue {
  const { runs: stored, turns } = services.storage;
  const [rows, setRows] = createSignal<readonly RunRecord[]>([]);
  const [isHeld, setHeld] = createSignal(false);
  const [told, setTold] = createSignal<ReadonlyMap<string, RunProgress>>(new Map());
  onCleanup(
    stored.watchActive((active) => {
      setRows(active);
      // What was told of runs that have ended is of no use to anybody.
      const ids = new Set(active.map(({ id }) => id));
      setTold((all) => new Map([...all].filter(([id]) => ids.has(id))));
    }),
  );
  onCleanup(stored.watchHeld(setHeld));
  onCleanup(
    turns.listen((heard) => {
      const message = messageOf(heard);
      if (message?.kind === 'progress') setTold((all) => new Map(all).set(message.id, message.progress));
      if (message?.kind === 'verb') own.get(message.id)?.run[message.verb]();
    }),
  );

  // What changes ten times a second is asked for by those who show it.
  const runs = createMemo(() => rows().map(queued));

  function queued(record: RunRecord): QueuedRun {
    const run = own.get(record.id)?.run ?? null;
    const progress = () => (run === null ? (told().get(record.id) ?? null) : run.progress());
    const done = () => {
      const last = progress();
      return last === null ? record.done : shareDone(last, run?.settings ?? record.settings);
    };
    return { record, own: run, progress, done, state: () => run?.state() ?? record.state };
  }

  function change(record: RunRecord, verb: RunVerb): void {
    const endedAt = services.clock.now().toISOString();
    if (verb === 'pause') void stored.move(record.id, 'paused');
    else if (verb === 'resume') void stored.move(record.id, 'queued');
    else void stored.move(record.id, 'cancelled', { reason: 'cancelled', endedAt });
  }

  return {
    runs,
    isHeld,
    hold: (wanted) => void stored.holdQueue(wanted),
    tell(id, verb) {
      const run = own.get(id)?.run;
      const record = rows().find((row) => row.id === id);
      if (run !== undefined) run[verb]();
      else if (record !== undefined && isWaiting(record)) change(record, verb);
      else turns.tell({ kind: 'verb', id, verb } satisfies RunMessage);
    },
    shift(id, by) {
      const ids = rows()
        .filter(isWaiting)
        .map((row) => row.id);
      const at = ids.indexOf(id);
      const other = ids[at + by];
      if (at < 0 || other === undefined) return;
      ids[at + by] = id;
      ids[at] = other;
      void stored.reorder(ids);
    },
  };
}

const verbs: readonly unknown[] = ['pause', 'resume', 'stop', 'cancel'] satisfies RunVerb[];
const figures = ['generation', 'generations', 'seconds', 'moves', 'movesPerSecond', 'done'] as const;

/** Another version of the app may run in another tab: what is not as expected is not heard. */
function messageOf(heard: unknown): RunMessage | null {
  if (typeof heard !== 'object' || heard === null) return null;
  const { kind, id, verb, progress } = heard as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string') return null;
  if (kind === 'verb' && verbs.includes(verb)) return { kind, id, verb: verb as RunVerb };
  if (kind !== 'progress' || typeof progress !== 'object' || progress === null) return null;
  const fields = progress as Readonly<Record<string, unknown>>;
  const isWhole = figures.every((name) => typeof fields[name] === 'number') && typeof fields.best === 'object';
  // Its figures were just looked at.
  return isWhole ? { kind, id, progress: progress as RunProgress } : null;
}
