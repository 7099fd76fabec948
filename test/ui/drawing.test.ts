import { createRoot, createSignal } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import { createGrowing, createLater, drawLater } from '../../src/ui/state/drawing.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('drawing that waits', () => {
  test('comes one piece a task, in the order asked for', async () => {
    const drawn: string[] = [];
    for (const name of ['a', 'b', 'c']) drawLater(() => drawn.push(name));
    expect(drawn).toEqual([]);
    await turn();
    expect(drawn).toEqual(['a']);
    await vi.waitFor(() => expect(drawn).toEqual(['a', 'b', 'c']));
  });

  test('does not come when it was called off, and the rest does', async () => {
    const drawn: string[] = [];
    const callOff = drawLater(() => drawn.push('left page'));
    drawLater(() => drawn.push('page'));
    callOff();
    await vi.waitFor(() => expect(drawn).toEqual(['page']));
  });

  test('goes on after a piece that failed', async () => {
    const failed = vi.fn();
    process.once('uncaughtException', failed);
    const drawn: string[] = [];
    drawLater(() => {
      throw new Error('cannot be drawn');
    });
    drawLater(() => drawn.push('next'));
    await vi.waitFor(() => expect(drawn).toEqual(['next']));
    process.off('uncaughtException', failed);
  });
});

describe('parts of a page', () => {
  test('below the first come later, unless the page was left', async () => {
    const [come, leave] = createRoot((dispose) => [createLater(), dispose] as const);
    const [left] = createRoot((dispose) => {
      const later = createLater();
      dispose();
      return [later] as const;
    });
    expect(come()).toBe(false);
    await vi.waitFor(() => expect(come()).toBe(true));
    await turn();
    expect(left()).toBe(false);
    leave();
  });

  test('a list grows by a step a turn up to what is wanted, and on when more is', async () => {
    const [wanted, setWanted] = createSignal(5);
    const [shown, leave] = createRoot((dispose) => [createGrowing(wanted, 2), dispose] as const);
    expect(shown()).toBe(2);
    await vi.waitFor(() => expect(shown()).toBe(5));
    setWanted(9);
    expect(shown()).toBeLessThan(9);
    await vi.waitFor(() => expect(shown()).toBe(9));
    leave();
  });
});
