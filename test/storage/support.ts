import Dexie from 'dexie';
import { afterEach, beforeEach, expect } from 'vitest';
import type { ProblemData } from '../../src/domain/problem-data.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Score } from '../../src/domain/score.ts';
import type { Timetable } from '../../src/domain/timetable.ts';
import type { Checkpoint, EpochPoint } from '../../src/engine/run-contract/run-events.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { RunRecord, TimetableRecord } from '../../src/storage/records.ts';
import type { Storage } from '../../src/storage/storage.ts';

export const databaseName = 'test';
const opened: Storage[] = [];

/** Every test starts with an empty database; tabs opened by it are closed afterwards. */
export function withFreshDatabase(): void {
  beforeEach(() => Dexie.delete(databaseName));
  afterEach(() => {
    for (const storage of opened.splice(0)) storage.close();
  });
}

/** One tab of the app. */
export async function openTab(locks?: LockManager): Promise<Storage> {
  const storage = unwrap(await openStorage({ databaseName, locks }));
  opened.push(storage);
  return storage;
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) expect.fail(`expected a value, got ${JSON.stringify(result.diagnostics)}`);
  return result.value;
}

export function codesOf(result: Result<unknown>): string[] {
  return result.diagnostics.map(({ code }) => code);
}

/** Opens the same database beside the app, to look at its rows or to damage them. */
export async function withRawDatabase<T>(work: (dexie: Dexie) => Promise<T>): Promise<T> {
  const dexie = await new Dexie(databaseName).open();
  try {
    return await work(dexie);
  } finally {
    dexie.close();
  }
}

export const problem: ProblemData = {
  name: 'Small school',
  calendar: {
    days: [{ id: 'mon', name: 'Monday' }],
    slots: [{ start: '08:00', end: '09:00' }],
    weekCount: 1,
    breaks: [],
    closed: [],
  },
  meetingTimes: [],
  courses: [{ id: 'c', name: 'Course' }],
  rooms: [{ id: 'r', name: 'Room', capacity: 30 }],
  instructors: [{ id: 'i', name: 'Instructor' }],
  groups: [{ id: 'g', name: 'Group', size: 20 }],
  students: [],
  events: [{ id: 'e', courseId: 'c', duration: 1, instructors: [{ id: 'i' }], groupIds: ['g'] }],
  rules: [
    {
      id: 'gaps',
      kind: 'maxGapsPerDay',
      scope: { of: 'groups' },
      params: { max: 0 },
      hard: false,
      weight: 1,
    },
  ],
  notEnforced: [{ format: 'ectt', kind: 'site', text: 'r 1', count: 1 }],
};

const timetable = { assignments: [{ eventId: 'e', timeId: 'mon@0', roomIds: ['r'], instructorIds: ['i'] }] };

export const content: ProjectContent = {
  problem,
  timetables: [{ id: 't', name: 'First', createdAt: '2026-01-01T00:00:00.000Z', timetable }],
};

const score: Score = { unplaced: 0, hard: 1, soft: 2 };

export function timetableOf(projectId: string, id: string, createdAt: string): TimetableRecord {
  return { id, version: 1, projectId, name: id, createdAt, updatedAt: createdAt, runId: null, score, timetable };
}

/** A run that waits for its turn. */
export function runOf(projectId: string, id: string, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    version: 2,
    projectId,
    state: 'queued',
    phase: 'waiting',
    order: 0,
    problemHash: null,
    inputBytes: 0,
    inputHash: null,
    resultKey: null,
    engine: '1.1',
    settings: {
      population: 8,
      generations: 100,
      crossoverRate: 0.1,
      mutationRate: 0.5,
      islands: 2,
      seed: 7,
      movesPerIndividual: 10_000,
      timeLimit: null,
      pace: 'moves',
      target: null,
      stagnation: null,
    },
    wish: null,
    variant: 'balanced',
    startName: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    startedAt: null,
    endedAt: null,
    reason: null,
    best: null,
    generation: 0,
    done: 0,
    moves: 0,
    movesPerSecond: 0,
    seconds: 0,
    series: [],
    log: [],
    error: null,
    timetableId: null,
    ...changes,
  };
}

/** A run whose turn has come. */
export async function startRun({ runs }: Storage, record: RunRecord): Promise<RunRecord> {
  unwrap(await runs.enqueue(record, problem));
  return unwrap(await runs.begin(record.id));
}

/** A row as it was stored before there was a queue. */
export function oldRunOf(projectId: string, id: string, changes: object = {}): object {
  const { settings, variant, reason, best, moves, seconds, series, timetableId, endedAt } = runOf(projectId, id);
  const startedAt = '2026-01-01T00:00:00.000Z';
  const run = { id, version: 1, projectId, state: 'running', settings, variant, startedAt, endedAt, reason, best };
  return { ...run, moves, seconds, series, failure: null, timetableId, ...changes };
}

export function pointAt(generation: number): EpochPoint {
  return {
    generation,
    seconds: generation,
    moves: generation * 1000,
    temperature: 1,
    best: score,
    median: score,
    worst: score,
    diversity: 0.5,
    islands: [score, score],
    byRule: [{ id: 'gaps', kind: 'maxGapsPerDay', hard: false, amount: 2, cost: 2 }],
  };
}

const found: Timetable = { assignments: [{ time: 0, rooms: [0], instructors: [0] }] };

export const checkpoint: Checkpoint = {
  engine: '1.1',
  generation: 3,
  improvedAt: 1,
  moves: 3000,
  seconds: 3,
  islands: [
    { stage: 'done', memory: new Uint8Array([1, 2, 3]) },
    { stage: 'underWay', memory: new Uint8Array([4]) },
  ],
  best: found,
  score,
  settled: { timetable: { assignments: [{ time: 1, rooms: [], instructors: [0] }] }, score: { ...score, soft: 9 } },
};

interface Waiting {
  readonly name: string;
  readonly work: (lock: object | null) => unknown;
  readonly settle: (value: unknown) => void;
  readonly fail: (cause: unknown) => void;
  readonly owner: Set<string>;
}

/** The part of the Web Locks API the app uses, shared by the tabs of a test. */
export class FakeLocks {
  readonly #held = new Map<string, { readonly owner: Set<string>; readonly fail: (cause: unknown) => void }>();
  readonly #queue: Waiting[] = [];

  /** What one tab sees; `close` frees its locks, as closing the tab does. */
  tab(): { manager: LockManager; close: () => void } {
    const own = new Set<string>();
    const request = (name: string, options: LockOptions, work: (lock: object | null) => unknown): Promise<unknown> =>
      new Promise((settle, fail) => {
        const waiting = { name, work, settle, fail, owner: own };
        const holder = this.#held.get(name);
        if (options.steal === true && holder !== undefined) {
          holder.owner.delete(name);
          this.#held.delete(name);
          holder.fail(new DOMException('stolen', 'AbortError'));
        }
        if (!this.#held.has(name)) void this.#grant(waiting);
        else if (options.ifAvailable === true) settle(work(null));
        else {
          this.#queue.push(waiting);
          options.signal?.addEventListener('abort', () => {
            const at = this.#queue.indexOf(waiting);
            if (at < 0) return;
            this.#queue.splice(at, 1);
            fail(new DOMException('given up', 'AbortError'));
          });
        }
      });
    const query = async (): Promise<LockManagerSnapshot> => ({
      held: [...this.#held.keys()].map((name) => ({ name })),
    });
    return {
      manager: { request, query } as unknown as LockManager, // Only the two methods in use.
      close: () => {
        for (const name of own) this.#free(name);
      },
    };
  }

  async #grant({ name, work, settle, fail, owner }: Waiting): Promise<void> {
    const holder = { owner, fail };
    this.#held.set(name, holder);
    owner.add(name);
    const result = await work({ name });
    if (this.#held.get(name) !== holder) return;
    this.#free(name);
    settle(result);
  }

  #free(name: string): void {
    this.#held.get(name)?.owner.delete(name);
    this.#held.delete(name);
    const next = this.#queue.findIndex((waiting) => waiting.name === name);
    const [waiting] = next < 0 ? [] : this.#queue.splice(next, 1);
    if (waiting !== undefined) void this.#grant(waiting);
  }
}
