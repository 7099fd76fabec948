import { expose, wrap } from 'comlink';
import { expect, test, vi } from 'vitest';
import { createCallbacks } from '../../src/workers/callbacks.ts';

type Listener = (value: number) => void;

test('a function can be called from the other side until it is ended, and holds no port open afterwards', async () => {
  const { port1, port2 } = new MessageChannel();
  const kept: Listener[] = [];
  expose({ keep: (listener: Listener) => void kept.push(listener) }, port1);
  const remote = wrap<{ keep(listener: Listener): void }>(port2);
  const callbacks = createCallbacks();
  const [one, other] = [vi.fn(), vi.fn()];
  await remote.keep(callbacks.offer(one));
  await remote.keep(callbacks.offer(other));
  for (const listener of kept) void listener(1);
  await vi.waitFor(() => expect(other).toHaveBeenCalledWith(1));
  expect(one).toHaveBeenCalledWith(1);

  callbacks.end(one);
  for (const listener of kept) void listener(2);
  await vi.waitFor(() => expect(other).toHaveBeenCalledWith(2));
  callbacks.endAll();
  for (const listener of kept) void listener(3);
  await remote.keep(() => undefined).catch(() => undefined);
  expect(one).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(2);
  port1.close();
  port2.close();
});
