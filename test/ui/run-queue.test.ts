import { createRoot } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openStorage, type StorageEnvironment } from '../../src/storage/open-storage.ts';
import type { RunRecord } from '../../src/storage/records.ts';
import type { Services } from '../../src/ui/services.tsx';
import { createRunController, type RunController } from '../../src/ui/state/runs/run.ts';
import type { RunRequest } from '../../src/ui/state/runs/run-requests.ts';
import { en } from '../../src/ui/text/en.ts';
import { createTranslate } from '../../src/ui/text/text.tsx';
import { databaseName, FakeLocks, unwrap, withFreshDatabase } from '../storage/support.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { createFakeSolver, fakeSettings } from '../support/fake-solver.ts';
import { builtSmallSchool, smallSchool } from '../support/small-school.ts';

withFreshDatabase();
const problem = builtSmallSchool();
const text = createTranslate(() => en);
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Tab {
  readonly services: Services;
  readonly runs: RunController;
  states(): string[];
  start(changes?: Partial<RunRequest>): Promise<string>;
  /** As when it is closed by the user or the system. */
  close(): void;
}

let seeds = 100;

async function openTab(locks: FakeLocks | null, changes: Partial<Services> = {}): Promise<Tab> {
  const held = locks?.tab();
  const environment: StorageEnvironment = { databaseName, locks: held?.manager };
  const storage = unwrap(await openStorage(environment));
  let ids = 0;
  const prefix = Math.random().toString(36).slice(2);
  const fake = await createFakeServices({ storage, solver: createFakeSolver({ pace: 4 }), ...changes });
  const clock = { now: () => new Date(), newId: () => `${prefix}-${++ids}` };
  const services: Services = { ...fake, clock };
  const { runs, dispose } = createRoot((end) => ({ runs: createRunController(services, text), dispose: end }));
  const close = () => {
    dispose();
    services.solver.dispose();
    storage.close();
    held?.close();
  };
  closers.push(close);
  const projectId = await projectOf(services);
  return {
    services,
    runs,
    states: () => runs.queue.runs().map(({ record }) => record.state),
    async start(wanted = {}) {
      const settings = { ...fakeSettings, generations: 2000, seed: ++seeds };
      const request = { projectId, projectName: 'School', problem, variant: 'balanced', settings, ...wanted } as const;
      const run = await runs.start(request);
      if (run === null) throw new Error(`refused: ${runs.refusal().map(({ code }) => code)}`);
      return run.id;
    },
    close,
  };
}

async function projectOf(services: Services): Promise<string> {
  const [first] = unwrap(await services.storage.projects.list());
  if (first !== undefined) return first.id;
  return unwrap(await services.storage.projects.create({ problem: smallSchool, timetables: [] }, 'test', [])).id;
}

const patience = { timeout: 20_000, interval: 5 };
const stateOf = async ({ services }: Tab, id: string): Promise<RunRecord['state']> =>
  unwrap(await services.storage.runs.get(id)).state;
/** It has found something. */
const isOn = (tab: Tab, id: string) =>
  vi.waitUntil(() => tab.runs.current()?.id === id && tab.runs.current()?.progress() !== null, patience);
const shows = (tab: Tab, ...states: string[]) => vi.waitUntil(() => tab.states().join() === states.join(), patience);
const reaches = (tab: Tab, id: string, state: RunRecord['state']) =>
  vi.waitUntil(async () => (await stateOf(tab, id)) === state, patience);

describe('a run that is asked for', () => {
  test('is there at once, while the machine is still to be measured', async () => {
    const measuring = new Promise<never>(() => undefined); // whoever waits for it waits for ever
    const solver = { ...createFakeSolver(), plan: () => measuring };
    const tab = await openTab(new FakeLocks(), { solver });
    const id = await tab.start({ settings: { seconds: 60, pace: null, typed: { seed: '9' } } });
    expect(tab.runs.current()?.id).toBe(id);
    expect(tab.runs.current()?.progress()).toBeNull();
    await reaches(tab, id, 'running');
    const record = unwrap(await tab.services.storage.runs.get(id));
    expect(record).toMatchObject({ phase: 'preparing', wish: { seconds: 60, typed: { seed: '9' } } });
    tab.runs.current()?.cancel();
    await reaches(tab, id, 'cancelled');
  });

  test('by a wish is planned when its turn comes', async () => {
    const tab = await openTab(new FakeLocks());
    const id = await tab.start({ settings: { seconds: 1, pace: null, typed: { seed: '9', generations: '12' } } });
    await reaches(tab, id, 'completed');
    const record = unwrap(await tab.services.storage.runs.get(id));
    expect(record.wish).toBeNull();
    expect(record.settings).toMatchObject({ seed: 9, generations: 12 });
    expect(record).toMatchObject({ reason: 'generations', generation: 12, done: 1 });
  });

  test('a second time is offered the result, and runs again only when that is wanted', async () => {
    const tab = await openTab(new FakeLocks());
    const settings = { ...fakeSettings, generations: 10, seed: 7 };
    const first = await tab.start({ settings });
    await reaches(tab, first, 'completed');
    await vi.waitUntil(() => !tab.runs.busy(), patience);
    await expect(tab.start({ settings })).rejects.toThrow('refused');
    const known = tab.runs.known();
    expect(known?.record.id).toBe(first);
    const hits = async () => unwrap(await tab.services.storage.runs.resultHits());
    await vi.waitUntil(async () => (await hits()) === 1, patience);
    const again = known === null ? null : await tab.runs.start(known.request, true);
    expect(tab.runs.known()).toBeNull();
    await reaches(tab, again?.id ?? '', 'completed');
    await expect(tab.start({ settings, variant: 'room-efficient' })).resolves.not.toBe(first);
  });
});

describe('the queue', () => {
  test('brings one run on after the other, in the order that was chosen', async () => {
    const tab = await openTab(new FakeLocks());
    const [first, second, third] = [await tab.start(), await tab.start(), await tab.start()];
    await isOn(tab, first);
    await shows(tab, 'running', 'queued', 'queued');
    tab.runs.queue.shift(third, -1);
    await vi.waitUntil(() => tab.runs.queue.runs()[1]?.record.id === third, patience);
    await shows(tab, 'running', 'queued', 'queued');
    tab.runs.queue.tell(first, 'stop');
    await reaches(tab, third, 'running');
    expect(await stateOf(tab, second)).toBe('queued');
    expect(await stateOf(tab, first)).toBe('completed');
    tab.runs.queue.tell(second, 'cancel');
    tab.runs.queue.tell(third, 'cancel');
    await reaches(tab, third, 'cancelled');
    await reaches(tab, second, 'cancelled');
    await vi.waitUntil(() => tab.states().length === 0, patience);
  });

  test('that is held begins nothing, and a run that is held back is passed over', async () => {
    const tab = await openTab(new FakeLocks());
    tab.runs.queue.hold(true);
    await vi.waitUntil(() => tab.runs.queue.isHeld(), patience);
    const [first, second] = [await tab.start(), await tab.start()];
    tab.runs.queue.tell(first, 'pause');
    await reaches(tab, first, 'paused');
    expect(await stateOf(tab, second)).toBe('queued');
    tab.runs.queue.hold(false);
    await reaches(tab, second, 'running');
    expect(await stateOf(tab, first)).toBe('paused');
    tab.runs.queue.tell(first, 'resume');
    await reaches(tab, first, 'queued');
    await isOn(tab, second);
    tab.runs.queue.tell(second, 'stop');
    await reaches(tab, first, 'running');
  });

  test('begins nothing while something waits for the end of a run', async () => {
    const tab = await openTab(new FakeLocks());
    const [first, second] = [await tab.start(), await tab.start()];
    await isOn(tab, first);
    const idle = vi.fn();
    tab.runs.whenIdle(idle);
    expect(idle).not.toHaveBeenCalled();
    tab.runs.queue.tell(first, 'stop');
    await vi.waitUntil(() => idle.mock.calls.length > 0, patience);
    expect(await stateOf(tab, first)).toBe('completed');
    expect(await stateOf(tab, second)).toBe('queued');
  });
});

describe('two tabs', () => {
  test('bring on one run; the other sees its progress and can tell it what to do', async () => {
    const locks = new FakeLocks();
    const [owner, other] = [await openTab(locks), await openTab(locks)];
    const first = await owner.start();
    await reaches(owner, first, 'running');
    const second = await other.start();
    await vi.waitUntil(() => other.runs.queue.runs()[0]?.progress() != null, patience);
    await shows(other, 'running', 'queued');
    expect(other.runs.current()).toBeNull();
    other.runs.queue.tell(first, 'pause');
    await reaches(other, first, 'paused');
    expect(owner.runs.current()?.state()).toBe('paused');
    other.runs.queue.tell(first, 'resume');
    await reaches(other, first, 'running');
    other.runs.queue.tell(first, 'stop');
    await reaches(other, second, 'running');
    // The one that had the turn goes on.
    expect(owner.runs.current()?.id).toBe(second);
    expect(owner.runs.current()?.problem.events).toHaveLength(problem.events.length);
  });

  test('of which one is gone: what waited goes on, what was on is interrupted and can be resumed', async () => {
    const locks = new FakeLocks();
    const [owner, other] = [await openTab(locks), await openTab(locks)];
    const first = await owner.start();
    const second = await owner.start();
    await reaches(owner, first, 'running');
    await vi.waitUntil(() => other.states().length === 2, patience);
    owner.close();
    await reaches(other, second, 'running');
    expect(await stateOf(other, first)).toBe('interrupted');
    unwrap(await other.runs.resume(first));
    await vi.waitUntil(
      () => other.states().join() === 'running,queued' || other.states().join() === 'queued,running',
      patience,
    );
    await isOn(other, second);
    other.runs.queue.tell(second, 'stop');
    await reaches(other, first, 'running');
  });

  test('that cannot know of each other bring on their own runs only', async () => {
    const [one, two] = [await openTab(null), await openTab(null)];
    const [first, second] = [await one.start(), await two.start()];
    await reaches(one, first, 'running');
    await reaches(two, second, 'running');
    expect(one.runs.current()?.id).toBe(first);
    expect(two.runs.current()?.id).toBe(second);
  });
});
