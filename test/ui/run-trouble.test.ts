import { createRoot } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { error } from '../../src/domain/diagnostic.ts';
import { failure } from '../../src/domain/result.ts';
import type { Services } from '../../src/ui/services.tsx';
import { createRunController } from '../../src/ui/state/runs/run.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { createFakeServices } from '../support/fake-services.ts';
import { createFakeSolver, fakeSettings } from '../support/fake-solver.ts';
import { builtSmallSchool, smallSchool } from '../support/small-school.ts';

const problem = builtSmallSchool();
const patience = { timeout: 20_000, interval: 5 };
const settings = { ...fakeSettings, generations: 10 };

async function scene(change: (services: Services) => Partial<Services>) {
  const bare = await createFakeServices();
  const services = { ...bare, ...change(bare) };
  const created = await bare.storage.projects.create({ problem: smallSchool, timetables: [] }, 'test', []);
  if (!created.ok) throw new Error('not created');
  const projectId = created.value.id;
  const runs = createRoot(() =>
    createRunController(
      services,
      createTranslate(() => en),
    ),
  );
  const request = { projectId, projectName: 'School', problem, variant: 'balanced', settings } as const;
  return { runs, request, services, projectId };
}

test('a kernel that cannot be loaded fails the run with its cause, and the next try runs', async () => {
  const solver = createFakeSolver({ pace: 1 });
  const plan = vi.fn(solver.plan).mockRejectedValueOnce(new Error('The kernel is missing: 404'));
  const { runs, request, services } = await scene(() => ({ solver: { ...solver, plan } }));
  const wish = { ...request, settings: { seconds: 1, pace: null, typed: {} } };
  const failed = await runs.start(wish);
  await vi.waitUntil(() => failed?.outcome() != null, patience);
  expect(failed?.state()).toBe('failed');
  expect(failed?.error()).toEqual({ code: 'run.notStarted', message: 'The kernel is missing: 404' });
  const stored = await services.storage.runs.get(failed?.id ?? '');
  expect(stored.ok && stored.value).toMatchObject({ state: 'failed', error: failed?.error() });
  const again = await runs.start(wish, true);
  await vi.waitUntil(() => again?.outcome() != null, patience);
  expect(again?.state()).toBe('completed');
});

test('a full storage costs the record of a run, not the run: its best can be saved', async () => {
  const refuse = async () => failure<never>([error('storage.quota', 'The browser has no space left.')]);
  const { runs, request } = await scene(({ storage }) => ({
    storage: {
      ...storage,
      runs: { ...storage.runs, enqueue: refuse, begin: refuse, change: refuse, move: refuse, finish: refuse },
      timetables: { ...storage.timetables, put: refuse },
    },
  }));
  const run = await runs.start(request);
  await vi.waitUntil(() => run?.outcome() != null, patience);
  expect(run?.state()).toBe('completed');
  expect(run?.notStored()?.code).toBe('storage.quota');
  expect(run?.timetableId()).toBeNull();
  expect(run?.best()).not.toBeNull();
});

test('a run that another tab took away while it waited is not on here as well', async () => {
  const taken = failure<never>([error('storage.runElsewhere', 'This run is going on in another tab.')]);
  const solver = createFakeSolver({ pace: 1 });
  let isTaken = false;
  const { runs, request, services } = await scene(({ storage }) => ({
    solver,
    storage: {
      ...storage,
      runs: {
        ...storage.runs,
        async begin(id) {
          isTaken = true;
          // As the other tab leaves it.
          await storage.runs.begin(id);
          return taken;
        },
      },
    },
  }));
  const run = await runs.start(request);
  await vi.waitUntil(() => isTaken && !runs.queue.runs().some(({ own }) => own !== null), patience);
  expect(solver.starts()).toBe(0);
  const stored = await services.storage.runs.get(run?.id ?? '');
  expect(stored.ok && stored.value.state).toBe('running');
});
