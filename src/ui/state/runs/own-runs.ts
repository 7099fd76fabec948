import { type Accessor, createSignal } from 'solid-js';
import type { ActiveRun } from './active-run.ts';
import type { LiveRun } from './live-run.ts';

/** The runs of this tab: those that wait, the one that is on, and the last one. */
export interface OwnRuns {
  /** The run that is shown: the one that is on, or the last one. */
  readonly current: Accessor<ActiveRun | null>;
  show(run: ActiveRun | null): void;
  get(id: string): LiveRun | undefined;
  all(): readonly LiveRun[];
  add(live: LiveRun): void;
  /** It has ended, or was refused. */
  drop(id: string): void;
  /** Runs that nobody else knows of, because they could not be stored; first come, first served. */
  readonly unstored: Accessor<readonly LiveRun[]>;
  addUnstored(live: LiveRun): void;
  takeUnstored(): LiveRun | null;
  /** Asked for in this tab: where tabs cannot know of each other, it brings on no others. */
  ask(id: string): void;
  isAsked(id: string): boolean;
  forget(id: string): void;
}

export function createOwnRuns(): OwnRuns {
  const [current, setCurrent] = createSignal<ActiveRun | null>(null);
  const [unstored, setUnstored] = createSignal<readonly LiveRun[]>([]);
  const lives = new Map<string, LiveRun>();
  const asked = new Set<string>();
  return {
    current,
    show: (run) => void setCurrent(run),
    get: (id) => lives.get(id),
    all: () => [...lives.values()],
    add: (live) => void lives.set(live.record.id, live),
    drop(id) {
      lives.delete(id);
      asked.delete(id);
    },
    unstored,
    addUnstored: (live) => void setUnstored((all) => [...all, live]),
    takeUnstored() {
      const [first, ...others] = unstored();
      if (first === undefined) return null;
      setUnstored(others);
      return first;
    },
    ask: (id) => void asked.add(id),
    isAsked: (id) => asked.has(id),
    forget: (id) => void asked.delete(id),
  };
}
