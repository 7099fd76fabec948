import { expect, test, vi } from 'vitest';
import { createFollower } from '../../src/ui/state/history/follower.ts';
import { createFakeServices } from '../support/fake-services.ts';

test('a project that is closed before its log was read is not watched', async () => {
  const { histories } = (await createFakeServices()).storage;
  const watch = vi.fn(histories.watch);
  const follower = createFollower({
    histories: { ...histories, watch },
    projectId: 'p',
    last: () => 0,
    mayRepair: () => false,
    follow: () => true,
    trouble: () => undefined,
  });
  follower.stop();
  await follower.start();
  expect(watch).not.toHaveBeenCalled();
});
