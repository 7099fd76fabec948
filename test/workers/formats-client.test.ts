import { expose } from 'comlink';
import { describe, expect, test } from 'vitest';
import { success } from '../../src/domain/result.ts';
import { type FormatsApi, formatsApi } from '../../src/workers/formats-api.ts';
import type { WorkerLike } from '../../src/workers/formats-calls.ts';
import { createFormatsClient } from '../../src/workers/formats-client.ts';
import { plainCtt } from '../formats/support/ctt-text.ts';
import { codesOf, remark, textFile, valueIn } from '../formats/support/files.ts';
import { smallSchool } from '../support/small-school.ts';

/** A worker's two ends in one thread. */
function fakeWorkers(api: FormatsApi) {
  const ended: number[] = [];
  let started = 0;
  const spawn = (): WorkerLike => {
    const { port1, port2 } = new MessageChannel();
    const number = started++;
    expose(api, port2);
    return Object.assign(port1, {
      terminate() {
        ended.push(number);
        port1.close();
      },
    });
  };
  return { spawn, ended, startedCount: () => started };
}

const stuck: FormatsApi = {
  read: () => new Promise(() => {}),
  write: async () => success(new Uint8Array(1)),
  readSheets: async () => success([]),
};

describe('a worker that answers', () => {
  test('reads and writes', async () => {
    const client = createFormatsClient({ spawn: fakeWorkers(formatsApi).spawn });
    const content = valueIn(await client.read([textFile('a.ctt', plainCtt)]));
    expect(content.source).toBe('ctt');
    const written = valueIn(await client.write('horarium', content, null));
    expect(valueIn(await client.read([{ name: 'a', bytes: written }])).problem).toEqual(content.problem);
  });

  test('serves all calls under way and is ended with the last answer, so that nothing stays in memory', async () => {
    const workers = fakeWorkers(formatsApi);
    const client = createFormatsClient({ spawn: workers.spawn });
    const file = textFile('a.ctt', plainCtt);
    const both = [client.read([file]), client.read([file])];
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
    expect([workers.startedCount(), workers.ended]).toEqual([1, [0]]);
    expect((await client.read([file])).ok).toBe(true);
    expect([workers.startedCount(), workers.ended]).toEqual([2, [0, 1]]);
  });

  test('the bytes given stay with the caller', async () => {
    const client = createFormatsClient({ spawn: fakeWorkers(formatsApi).spawn });
    const file = textFile('a.ctt', plainCtt);
    await client.read([file]);
    expect(file.bytes.length).toBe(plainCtt.length);
    client.dispose();
  });
});

describe('a worker that does not', () => {
  test('is ended after the time, and the next call has a new one', async () => {
    const workers = fakeWorkers(stuck);
    const client = createFormatsClient({ spawn: workers.spawn, timeout: 20 });
    const result = await client.read([textFile('huge.json', '{}')]);
    expect(codesOf(result)).toEqual(['file.tooSlow']);
    expect(remark(result, 'file.tooSlow').place).toBe('huge.json');
    expect(workers.ended).toEqual([0]);
    expect((await client.write('x', { problem: smallSchool, timetables: [] }, null)).ok).toBe(true);
    expect(workers.startedCount()).toBe(2);
    client.dispose();
  });

  test('has all the time it needs as long as it goes on', async () => {
    const told: number[] = [];
    const slow: FormatsApi = {
      ...stuck,
      async write(_writer, _content, _timetable, _options, onProgress) {
        for (let part = 1; part <= 12; part++) {
          await new Promise((goOn) => setTimeout(goOn, 100));
          onProgress?.(part / 12);
        }
        return success(new Uint8Array(7));
      },
    };
    const client = createFormatsClient({ spawn: fakeWorkers(slow).spawn, timeout: 1000 });
    const content = { problem: smallSchool, timetables: [] };
    const written = await client.write('x', content, null, { onProgress: (share) => void told.push(share) });
    expect(valueIn(written)).toHaveLength(7);
    // the last one may come after the answer
    expect(told.slice(0, 11)).toEqual(Array.from({ length: 11 }, (_, part) => (part + 1) / 12));
  });

  test('is not ended a second time by progress that comes after the answer', async () => {
    let late: (() => void) | undefined;
    const hasty: FormatsApi = {
      ...stuck,
      async write(_writer, _content, _timetable, _options, onProgress) {
        late = () => onProgress?.(1);
        return success(new Uint8Array(7));
      },
    };
    const workers = fakeWorkers(hasty);
    const client = createFormatsClient({ spawn: workers.spawn, timeout: 50 });
    const content = { problem: smallSchool, timetables: [] };
    expect((await client.write('x', content, null)).ok).toBe(true);
    late?.();
    await new Promise((goOn) => setTimeout(goOn, 100));
    expect(workers.ended).toEqual([0]);
  });

  test('is ended when nobody waits any more, unless it works for somebody else', async () => {
    const workers = fakeWorkers({ ...stuck, write: () => new Promise(() => {}) });
    const client = createFormatsClient({ spawn: workers.spawn });
    const content = { problem: smallSchool, timetables: [] };
    const [first, second] = [new AbortController(), new AbortController()];
    const one = client.write('x', content, null, {}, first.signal);
    const other = client.write('x', content, null, {}, second.signal);
    first.abort();
    expect(codesOf(await one)).toEqual(['file.cancelled']);
    expect(workers.ended).toEqual([]);
    second.abort();
    expect(codesOf(await other)).toEqual(['file.cancelled']);
    expect(workers.ended).toEqual([0]);
    expect(codesOf(await client.write('x', content, null, {}, first.signal))).toEqual(['file.cancelled']);
    expect(workers.startedCount()).toBe(1);
  });

  test('ends the calls under way when it is disposed of', async () => {
    const client = createFormatsClient({ spawn: fakeWorkers(stuck).spawn });
    const pending = client.read([textFile('a', '{}')]);
    client.dispose();
    expect(codesOf(await pending)).toEqual(['file.workerFailed']);
  });
});
