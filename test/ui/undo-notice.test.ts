import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import { createNotices } from '../../src/ui/state/frame/notices.ts';
import { offerUndo } from '../../src/ui/state/project/undo-notice.ts';

/** The notice about step 5 of a log that stands at step `last` when it is pressed, so often. */
function undone(last: number, presses: number): number {
  return createRoot((dispose) => {
    let count = 0;
    const notices = createNotices();
    const editor = { lastStep: () => last + count, undo: () => void count++ };
    offerUndo(notices, editor, 5, 'Removed', 'Undo');
    const [notice] = notices.list();
    for (let press = 0; press < presses; press++) notice?.action?.run();
    expect(notices.list()).toEqual([]);
    dispose();
    return count;
  });
}

test('what a notice offers to take back is taken back once, however often it is pressed', () => {
  expect(undone(5, 2)).toBe(1);
});

test('a notice takes nothing back that was done after it', () => {
  expect(undone(6, 1)).toBe(0);
});
