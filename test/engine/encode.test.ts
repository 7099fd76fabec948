import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { ruleDefinitions } from '../../src/domain/constraints/registry.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { EventData, ProblemData, RuleData } from '../../src/domain/problem-data.ts';
import { Random } from '../../src/domain/random.ts';
import { audit } from '../../src/engine/audit.ts';
import { decode } from '../../src/engine/decode.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { ImageWriter } from '../../src/engine/image.ts';
import { Island } from '../../src/engine/island.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import type { RunSettings } from '../../src/engine/run-contract/run-settings.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { randomProblem } from '../support/problems.ts';

const builds = { release: kernelModule('release'), debug: kernelModule('debug') };

/** Runs one island through the whole ladder and audits its best and every individual it is left with. */
function run(problem: Problem, module: WebAssembly.Module, change: Partial<RunSettings> = {}): Island {
  const settings: RunSettings = {
    ...fixedRunSettings,
    islands: 1,
    population: 4,
    generations: 10,
    movesPerIndividual: 2000,
    ...change,
  };
  const image = encode(problem);
  const island = new Island(module, image, settings, 0);
  while (island.construct());
  for (let generation = 1; generation <= settings.generations; generation++) {
    island.beginEpoch(generation);
    while (island.step(700));
    island.endEpoch();
    audit(problem, decode(problem, image, island.bestGenes), island.best, settings.seed);
  }
  return island;
}

describe('the built kernel', () => {
  it.each(['release', 'debug'] as const)('(%s) imports nothing and offers no allocator', (build) => {
    expect(WebAssembly.Module.imports(builds[build])).toEqual([]);
    const names = WebAssembly.Module.exports(builds[build]).map(({ name }) => name);
    expect(names).toContain('stepEpoch');
    expect(names.filter((name) => /alloc|__new|__pin|__unpin|__collect|__rtti|malloc|free/i.test(name))).toEqual([]);
  });

  it('never grows its memory during a search', () => {
    const problem = valueIn(buildProblem(fixedRunProblem()));
    const image = encode(problem);
    const kernel = new Kernel(builds.release, image, 4);
    const { exports } = kernel;
    const bytes = exports.memory.buffer.byteLength;
    exports.seed(1, 1);
    exports.beginRun(4, 570, 5000, 30, 0.1, 50, 500_000, 900_000);
    while (exports.constructNext() !== 0);
    exports.beginEpoch(570);
    while (exports.stepEpoch(1000) !== 0);
    exports.endEpoch(1);
    expect(exports.movesSoFar()).toBeGreaterThan(1000);
    expect(exports.memory.buffer.byteLength).toBe(bytes);
  });

  it('refuses an image that is not one, or of another version', () => {
    const image = encode(valueIn(buildProblem(fixedRunProblem())));
    for (const word of [0, 1]) {
      const bytes = image.bytes.slice(0);
      const view = new DataView(bytes);
      view.setInt32(word * 4, view.getInt32(word * 4, true) + 1, true);
      expect(() => new Kernel(builds.release, { ...image, bytes }, 4)).toThrow(/could not open/);
    }
  });
});

describe('a problem image', () => {
  it('is the same, byte for byte, each time', () => {
    const problem = valueIn(buildProblem(randomProblem(new Random(4))));
    expect(Buffer.compare(new Uint8Array(encode(problem).bytes), new Uint8Array(encode(problem).bytes))).toBe(0);
  });

  it('holds equal rows once', () => {
    const writer = new ImageWriter(4);
    const first = writer.row(Int32Array.of(1, 2, 3));
    const length = writer.length;
    expect(writer.row(Int32Array.of(1, 2, 3))).toBe(first);
    expect(writer.length).toBe(length);
    expect(writer.row(Int32Array.of(1, 2, 4))).not.toBe(first);
    expect(writer.row(Int32Array.of(1, 2))).not.toBe(first);
    expect(writer.row(Int32Array.of(0, 0))).toBe(0);
    expect(writer.row(Int32Array.of(0, 0), true)).not.toBe(0);
  });

  it('does not grow by a table for every event or group that is like another', () => {
    const size = (groups: number) => encode(valueIn(buildProblem(alike(groups)))).bytes.byteLength;
    const perGroup = (size(40) - size(20)) / 20;
    // one table of a day of nine slots alone has 2^9 entries of 4 bytes
    expect(perGroup).toBeLessThan(2 ** 9 * 4);
  });
});

/** Groups with one event each, all under the same rules on a day of nine slots. */
function alike(groupCount: number): ProblemData {
  const groups = Array.from({ length: groupCount }, (_, index) => ({ id: `g${index}`, name: `g${index}`, size: 10 }));
  const rule = (kind: string, params: RuleData['params'] = {}): RuleData => {
    return { id: kind, kind, scope: { of: 'groups' }, params, hard: false, weight: 3 };
  };
  return {
    ...tiny,
    calendar: { ...tiny.calendar, slots: slots(9) },
    groups,
    events: groups.map(({ id }): EventData => ({ id: `e-${id}`, courseId: 'c', duration: 1, groupIds: [id] })),
    rules: [rule('isolated'), rule('maxLoadPerDay', { max: 4 })],
  };
}

function slots(count: number): ProblemData['calendar']['slots'] {
  const clock = (hour: number) => `${String(8 + hour).padStart(2, '0')}:00`;
  return Array.from({ length: count }, (_, index) => ({ start: clock(index), end: clock(index + 1) }));
}

const tiny: ProblemData = {
  name: 'Tiny',
  calendar: { days: [{ id: 'mon', name: 'Monday' }], slots: slots(2), weekCount: 1, breaks: [], closed: [] },
  meetingTimes: [],
  courses: [{ id: 'c', name: 'Course' }],
  rooms: [
    { id: 'r1', name: 'Room 1', capacity: 10 },
    { id: 'r2', name: 'Room 2', capacity: 10 },
  ],
  instructors: [{ id: 'i', name: 'Teacher' }],
  groups: [{ id: 'g', name: 'Group', size: 10 }],
  students: [],
  events: ['a', 'b'].map((id) => ({ id, courseId: 'c', duration: 1, groupIds: ['g'], instructors: [{ id: 'i' }] })),
  rules: [],
  notEnforced: [],
};

function withFirst(change: Partial<EventData>): Partial<ProblemData> {
  return { events: tiny.events.map((event, index) => (index === 0 ? { ...event, ...change } : event)) };
}

/** Problems at the edge, and how many events cannot be placed in each. */
const degenerate: readonly (readonly [string, Partial<ProblemData>, number])[] = [
  ['an ordinary one', {}, 0],
  ['no rooms', { rooms: [] }, 2],
  ['no rooms and none needed', { rooms: [], events: tiny.events.map((event) => ({ ...event, roomCount: 0 })) }, 0],
  ['one slot', { calendar: { ...tiny.calendar, slots: slots(1) } }, 0],
  [
    'no instructors, no groups',
    { instructors: [], groups: [], events: [{ id: 'a', courseId: 'c', duration: 1, groupIds: [] }] },
    0,
  ],
  ['an event longer than the day', withFirst({ duration: 3 }), 1],
  ['an event without times', withFirst({ times: [] }), 1],
  ['an event without candidate rooms', withFirst({ rooms: [] }), 1],
  ['an event that needs three of two rooms', withFirst({ roomCount: 3 }), 1],
  ['an instructor to be chosen from nobody', withFirst({ instructors: [], instructorCount: 0 }), 0],
  ['a single event', { events: tiny.events.slice(0, 1) }, 0],
  ['a lock on a time of its own', withFirst({ lock: { timeId: 'mon@1', roomIds: ['r2'] } }), 0],
];

describe('a problem at the edge', () => {
  it.each(degenerate)('(%s) is searched without a trap and counted right', (_, change, unplaced) => {
    const built = buildProblem({ ...tiny, ...change });
    if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
    for (const module of [builds.debug, builds.release]) {
      expect(run(built.value, module).best.unplaced).toBe(unplaced);
    }
  });

  it('puts hard before soft whatever the weights', () => {
    // Two events and two slots: whoever avoids the clash pays 10 000 for a time outside the preferred slot.
    const rule: RuleData = {
      id: 'first slot',
      kind: 'preferredTime',
      scope: { of: 'events' },
      params: { slots: [{ day: 'mon', slots: [0] }] },
      hard: false,
      weight: 10_000,
    };
    const problem = valueIn(buildProblem({ ...tiny, rules: [rule] }));
    for (const module of [builds.debug, builds.release]) {
      expect(run(problem, module).best).toEqual({ unplaced: 0, hard: 0, soft: 10_000 });
    }
  });
});

describe('all rule kinds together', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))('are counted right after a run (problem %i)', (seed) => {
    const problem = valueIn(buildProblem(randomProblem(new Random(seed * 977))));
    expect(new Set(problem.rules.map(({ definition }) => definition.id)).size).toBe(ruleDefinitions.length);
    const image = encode(problem);
    const [fast, checked] = [builds.release, builds.debug].map((module) => run(problem, module, { seed }));
    expect(fast?.best).toEqual(evaluate(problem, decode(problem, image, fast?.bestGenes ?? none)).score);
    expect(checked?.bestGenes).toEqual(fast?.bestGenes);
  });
});

const none = { times: new Int32Array(), genes: new Int32Array(), choices: new Int32Array() };
