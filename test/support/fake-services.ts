import { evaluate } from '../../src/domain/evaluate.ts';
import { unpackTimetable } from '../../src/domain/packed-timetable.ts';
import { preCheck } from '../../src/domain/pre-check.ts';
import { compareTimetables } from '../../src/domain/trade-offs.ts';
import { readFiles, writeFile } from '../../src/formats/registry.ts';
import { readSheets } from '../../src/formats/tables/sheet-files.ts';
import { createMemoryDatabase } from '../../src/storage/memory.ts';
import { storageOn } from '../../src/storage/open-storage.ts';
import type { Services } from '../../src/ui/services.tsx';
import { createFakeSolver } from './fake-solver.ts';
import { localEditing } from './local-editing.ts';

/** Services without a browser: storage in memory, files read on this thread, a solver that plays. */
export async function createFakeServices(changes: Partial<Services> = {}): Promise<Services> {
  let ids = 0;
  return {
    storage: storageOn(createMemoryDatabase()),
    formats: { read: readFiles, write: writeFile, readSheets },
    solver: createFakeSolver({ pace: 1 }),
    analysis: {
      evaluate: async (problem, timetable) => evaluate(problem, timetable),
      compare: async (problem, timetables) => compareTimetables(problem, timetables.map(unpackTimetable)),
      preCheck: async (problem) => preCheck(problem),
      rest: () => undefined,
      dispose: () => undefined,
    },
    explainer: {
      explain: () => ({
        stop: () => undefined,
        outcome: Promise.resolve({ kind: 'done', hasUnexplained: true }),
      }),
    },
    editing: localEditing(),
    samples: { fetch: async (name) => ({ name: `${name}.horarium.json`, bytes: new TextEncoder().encode('{}') }) },
    updates: { onUpdate: () => undefined, onFiles: () => undefined },
    clock: { now: () => new Date('2026-02-03T12:04:00Z'), newId: () => `id-${++ids}` },
    version: '0.0.0',
    ...changes,
  };
}
