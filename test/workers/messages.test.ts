import { transferHandlers } from 'comlink';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { packProblem } from '../../src/domain/packed-problem.ts';
import { packTimetable } from '../../src/domain/packed-timetable.ts';
import { Random } from '../../src/domain/random.ts';
import { fromTimetableData } from '../../src/domain/timetable-data.ts';
import { createIslandHost } from '../../src/engine/island-host.ts';
import { createAnalysisHost } from '../../src/workers/analysis-host.ts';
import { createEditingHost } from '../../src/workers/editing-host.ts';
import { createExplanationHost } from '../../src/workers/explanation-host.ts';
import { formatsApi } from '../../src/workers/formats-api.ts';
import { packedHost } from '../../src/workers/packed-host.ts';
import { serve } from '../../src/workers/serve.ts';
import { plainCtt } from '../formats/support/ctt-text.ts';
import { textFile, valueIn } from '../formats/support/files.ts';
import { built } from '../support/build.ts';
import { changedList, changedValue } from '../support/changed-values.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { smallSchool } from '../support/small-school.ts';

const cases = 300;
/** Fixed, so that what passes once passes again. */
const seed = 1;
/** Milliseconds after which an answer counts as missing: a busy machine takes some. */
const patience = 10_000;

interface Answer {
  readonly id: string;
  readonly type: 'RAW' | 'HANDLER';
  readonly name?: string;
  readonly value: unknown;
}

interface Line {
  /** Sends the message as it is; rejects when no answer comes. */
  ask(message: object): Promise<Answer>;
  /** Calls a method as the page does. */
  call(method: string, ...given: readonly unknown[]): Promise<Answer>;
  close(): void;
}

const lines: Line[] = [];
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});

/** The page's end of the messages to a worker that serves `api`, without Comlink: it may send what it likes. */
function lineTo(api: object): Line {
  const { port1, port2 } = new MessageChannel();
  serve(api, port2);
  const waiting = new Map<string, (answer: Answer) => void>();
  port1.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.get(data.id)?.(data));
  port1.start();
  let count = 0;
  const ask = (message: object, transfer: Transferable[] = []) =>
    new Promise<Answer>((resolve, reject) => {
      const id = `question ${count++}`;
      const timer = setTimeout(() => reject(new Error('There was no answer')), patience);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(answer);
      });
      port1.postMessage({ ...message, id }, transfer);
    });
  const line: Line = {
    ask,
    call(method, ...given) {
      const transfer: Transferable[] = [];
      const argumentList = given.map((value) => {
        if (typeof value !== 'function') return { type: 'RAW', value };
        const [port, transferred] = transferHandlers.get('proxy')?.serialize(value) ?? [];
        transfer.push(...(transferred ?? []));
        return { type: 'HANDLER', name: 'proxy', value: port };
      });
      return ask({ type: 'APPLY', path: [method], argumentList }, transfer);
    },
    close() {
      port1.close();
      port2.close();
    },
  };
  lines.push(line);
  return line;
}

const isRefused = ({ type, name }: Answer) => type === 'HANDLER' && name === 'throw';

const problem = built(smallSchool);
const timetable = valueIn(fromTimetableData(problem, { assignments: [] }));
const packedProblem = packProblem(smallSchool);
const packed = packTimetable(timetable);
const kernel = async () => kernelModule();
const silent = () => undefined;
const wish = { scope: { of: 'events', events: [0, 1] }, cap: 2, budget: { moves: 500 }, seed: 1 };
const content = { problem: packedProblem, timetables: [] };
const file = textFile('a.ctt', plainCtt);

/** Callbacks stay where they are: only Comlink sends them, and they are called as functions. */
function otherThan(random: Random, given: readonly unknown[]): readonly unknown[] {
  const count = given.filter((value) => typeof value !== 'function').length;
  if (count === given.length) return changedList(random, given);
  const at = random.below(count);
  return given.with(at, changedValue(random, given[at]));
}

type Call = readonly [method: string, ...given: readonly unknown[]];

interface Served {
  readonly name: string;
  readonly make: () => object;
  /** What makes it ready, then questions that it can answer. */
  readonly calls: readonly Call[];
  /** Other values that are tried; absent means `cases`. */
  readonly cases?: number;
}

const workers: readonly Served[] = [
  {
    name: 'analysis',
    make: createAnalysisHost,
    calls: [
      ['open', 1, packedProblem],
      ['evaluate', 1, packed],
      ['compare', 1, [packed]],
      ['preCheck', 1],
    ],
  },
  {
    name: 'editing',
    make: () => createEditingHost(kernel),
    calls: [
      ['open', packedProblem, packed],
      ['score'],
      ['load', packed],
      ['update', [{ event: 0, assignment: { time: -1, rooms: [-1], instructors: [] } }]],
      ['relock', []],
      ['places', 0],
      ['roomChanges', 0, [0, 1], [0]],
      ['whyNot', 0, { time: 0, rooms: [0], instructors: [] }],
      ['rooms', 0, 0, 0],
      ['instructors', 0, 0, 0],
      ['suggestions', 1, 0, 3],
      ['worst', undefined],
      ['fixLocally', 2, wish, silent],
      ['stop', 1],
    ],
  },
  {
    name: 'explanation',
    make: () => createExplanationHost(kernel),
    calls: [['explain', packedProblem, packed, silent, silent]],
    // each is a whole search, which takes much longer than its message
    cases: 30,
  },
  {
    // What it is given to search is memory of the kernel, which only the kernel could check.
    name: 'island',
    make: () => packedHost(createIslandHost()),
    calls: [
      ['preparePacked', packedProblem, null],
      ['preparePacked', packedProblem, { timetable: packed, keep: 0.5, cap: 3 }, [packed]],
      ['migrate', []],
      ['checkpoint', 0],
      ['population'],
      ['pause'],
      ['resume'],
      ['stop'],
    ],
  },
  {
    name: 'formats',
    make: () => formatsApi,
    calls: [
      ['read', [file], {}],
      ['write', 'horarium', content, null, {}, silent],
      ['readSheets', [textFile('rooms.csv', 'Room,Seats\nA,30\n')]],
    ],
  },
];

describe(`a worker answers all messages, whatever they are (seed ${seed})`, () => {
  test.each(workers)('$name: what is no call', async ({ make, calls }) => {
    const line = lineTo(make());
    const names = calls.map(([method]) => method);
    const text = fc.oneof(fc.constantFrom(...names, 'constructor', '__proto__', 'toString', 'then'), fc.string());
    const plain = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true });
    const argument = fc.oneof(
      plain,
      fc.record({ type: fc.constantFrom('RAW', 'HANDLER', 'x'), name: text, value: plain }, { requiredKeys: [] }),
    );
    const messages = fc.record(
      {
        type: fc.oneof(fc.constantFrom('GET', 'SET', 'CONSTRUCT', 'ENDPOINT', 'HANDLER'), plain),
        path: fc.oneof(fc.array(text, { maxLength: 4 }), plain),
        argumentList: fc.oneof(fc.array(argument, { maxLength: 4 }), plain),
        value: plain,
      },
      { requiredKeys: [] },
    );
    const property = fc.asyncProperty(messages, async (message) => {
      expect(isRefused(await line.ask(message))).toBe(true);
    });
    await fc.assert(property, { seed, numRuns: cases });
    for (const call of calls) expect(isRefused(await line.call(...call)), call[0]).toBe(false);
  });

  test.each(workers)(
    '$name: calls with other values than it was made for',
    async ({ make, calls, cases: ofWorker = cases }) => {
      const line = lineTo(make());
      for (const call of calls) expect(isRefused(await line.call(...call)), call[0]).toBe(false);
      const [first] = calls;
      if (first === undefined) throw new Error('Nothing is asked');
      const expected = await line.call(...first);
      const property = fc.asyncProperty(fc.nat(), async (number) => {
        const random = new Random(number);
        const [method, ...given] = random.pick(calls);
        await line.call(method, ...otherThan(random, given));
      });
      await fc.assert(property, { seed, numRuns: ofWorker });
      expect({ ...(await line.call(...first)), id: '' }).toEqual({ ...expected, id: '' });
      for (const call of calls) expect(isRefused(await line.call(...call)), call[0]).toBe(false);
    },
    120_000,
  );
});
