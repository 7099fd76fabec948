import { tick } from '../tick.ts';
import type { FixProgress, FixRequest, LocalFix } from './answers.ts';
import type { EditingSession } from './session.ts';

/** Moves between two looks at the clock and at messages; a few milliseconds. */
const slice = 2_000;
const millisecondsBetweenReports = 200;

/** Runs a local search to the end of its budget in slices, so that messages get through. */
export async function runFix(
  session: EditingSession,
  request: FixRequest,
  isCancelled: () => boolean,
  onProgress: (progress: FixProgress) => void,
): Promise<LocalFix> {
  const { budget } = request;
  // without an end it would go on until somebody stops it
  if (!Number.isFinite('moves' in budget ? budget.moves : budget.seconds)) throw new Error('The budget has no end');
  const search = session.beginFix(request);
  const started = performance.now();
  let reported = started;
  for (;;) {
    const elapsed = performance.now() - started;
    const share = Math.min(
      1,
      'moves' in budget ? search.looks / Math.max(1, budget.moves) : elapsed / Math.max(1, budget.seconds * 1000),
    );
    if (share >= 1 || search.isDone || isCancelled()) break;
    if (performance.now() - reported >= millisecondsBetweenReports) {
      onProgress(search.progress(share));
      reported = performance.now();
    }
    const moves = 'moves' in budget ? Math.min(slice, budget.moves - search.looks) : slice;
    session.turn(search, () => search.run(moves, share));
    await tick();
  }
  return session.turn(search, () => search.finish(isCancelled()));
}
