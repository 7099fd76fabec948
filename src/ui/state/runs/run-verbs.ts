import { isActive } from '../../../domain/runs/run-states.ts';
import type { ActiveRun } from './active-run.ts';
import type { AwaitedHandle } from './awaited-handle.ts';
import type { LiveRun } from './live-run.ts';
import type { RunDisplay } from './run-display.ts';
import type { RunVerb } from './run-queue.ts';

/** What can be asked of a run: told in its log, moved in the table of transitions, passed on to the engine. */
export function createRunVerbs(
  { shown, reports, endUnbegun }: RunDisplay,
  move: LiveRun['move'],
  handle: Pick<AwaitedHandle, 'pass' | 'finish'>,
  now: () => string,
): Pick<ActiveRun, RunVerb> {
  const { state } = shown;
  const hasBegun = () => shown.phase() !== 'waiting';

  function cancel(): void {
    if (!isActive(state())) return;
    if (!hasBegun()) {
      const endedAt = now();
      reports.tell('ended', { code: 'cancelled' });
      move('cancelled', { reason: 'cancelled', endedAt });
      endUnbegun();
      return;
    }
    if (state() !== 'cancelling') move('cancelling');
    handle.finish('cancel');
  }

  return {
    pause() {
      if (state() !== 'running' && state() !== 'queued') return;
      reports.tell('paused');
      move('paused');
      handle.pass('pause');
    },
    resume() {
      if (state() !== 'paused') return;
      reports.tell('continued');
      move(hasBegun() ? 'running' : 'queued');
      handle.pass('resume');
    },
    stop() {
      if (!hasBegun()) return cancel();
      if (!isActive(state()) || state() === 'cancelling') return;
      reports.tell('stopping');
      move('cancelling');
      handle.finish('stop');
    },
    cancel,
  };
}
