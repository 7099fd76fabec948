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

test('what is told again is there once, the last time, and two things to take back are two', () => {
  const notices = createNotices();
  const texts = () => notices.list().map(({ text }) => text);
  notices.complain('The file could not be written.');
  notices.complain('Another one.');
  notices.complain('The file could not be written.');
  expect(texts()).toEqual(['Another one.', 'The file could not be written.']);
  for (const _ of [1, 2]) notices.offer('Deleted.', 'Undo', () => undefined, 10);
  expect(texts().filter((text) => text === 'Deleted.')).toHaveLength(2);
});
