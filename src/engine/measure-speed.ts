import type { ProblemImage } from './encode/encode.ts';
import { Island } from './island.ts';
import { bareSettings, type RunSettings } from './run-contract/run-settings.ts';
import { tick } from './tick.ts';

const slice = 20_000;
/** Moves for each event on the first ladder that the speed is measured on. */
const movesOfEvent = 40;
/** The repairs of a construction may take so many times as long as what is measured. */
const longestRepairs = 4;

/** Evaluated moves per second on this machine, measured over about `milliseconds`. */
export async function measureSpeed(
  module: WebAssembly.Module,
  image: ProblemImage,
  milliseconds: number,
): Promise<number> {
  // fewer are spent on loading and on the levels of the ladder
  let moves = Math.max(20_000, movesOfEvent * image.eventCount);
  let speed = 0;
  let left = milliseconds;
  // ladders of growing length: the first ones also warm the compiler up
  while (left > 0) {
    // of two individuals one is likely to be repaired, and moves are much slower while rules are broken
    const settings = { ...bareSettings, movesPerIndividual: moves };
    const island = await constructed(module, image, settings, longestRepairs * milliseconds);
    const ladder = await climbDown(island, settings.generations, 2 * milliseconds);
    speed = (ladder.moves / Math.max(0.1, ladder.moving)) * 1000;
    moves = Math.min(moves * 3, Math.max(moves, Math.round((speed * milliseconds) / 4000)));
    left -= Math.max(1, ladder.milliseconds);
  }
  return speed;
}

/** An island whose individuals are repaired as long as all that takes no longer than `milliseconds`. */
async function constructed(
  module: WebAssembly.Module,
  image: ProblemImage,
  settings: RunSettings,
  milliseconds: number,
): Promise<Island> {
  const island = new Island(module, image, settings, 0);
  const started = performance.now();
  while (island.construct()) {
    await tick();
    if (performance.now() - started > milliseconds) island.leaveUnrepaired();
  }
  return island;
}

/** The ladder, or what of it fits into `longest` milliseconds: moves made, time they took, and time of everything. */
async function climbDown(island: Island, generations: number, longest: number) {
  const started = performance.now();
  const isOver = () => performance.now() - started > longest;
  let [moves, moving] = [0, 0];
  for (let generation = 1; generation <= generations && !isOver(); generation++) {
    island.beginEpoch(generation);
    // loads the individual: long for a large problem, and rare in a run
    island.step(1);
    const [from, before] = [performance.now(), island.moves];
    while (island.step(slice) && !isOver());
    moves += island.moves - before;
    moving += performance.now() - from;
    await tick();
  }
  return { moves, moving, milliseconds: performance.now() - started };
}
