import type { ProblemImage } from './encode/encode.ts';
import { Island } from './island.ts';
import { bareSettings } from './run-contract/run-settings.ts';
import { tick } from './tick.ts';

const slice = 20_000;
/** Moves for each event on the first ladder that the speed is measured on. */
const movesOfEvent = 40;

/** Evaluated moves per second on this machine, measured over about `milliseconds`. */
export async function measureSpeed(
  module: WebAssembly.Module,
  image: ProblemImage,
  milliseconds: number,
): Promise<number> {
  // fewer are spent on loading and on the levels of the ladder
  let moves = Math.max(20_000, movesOfEvent * image.eventCount);
  let speed = 0;
  const deadline = performance.now() + milliseconds;
  // ladders of growing length: the first ones also warm the compiler up
  while (performance.now() < deadline) {
    const settings = { ...bareSettings, movesPerIndividual: moves };
    const island = new Island(module, image, settings, 0);
    while (island.construct()) await tick();
    const started = performance.now();
    let [made, spent] = [0, 0];
    for (let generation = 1; generation <= settings.generations; generation++) {
      island.beginEpoch(generation);
      // loads the individual: long for a large problem, and rare in a run
      island.step(1);
      const [from, before] = [performance.now(), island.moves];
      while (island.step(slice)) if (performance.now() - started > milliseconds * 2) break;
      made += island.moves - before;
      spent += performance.now() - from;
      await tick();
    }
    speed = (made / Math.max(0.1, spent)) * 1000;
    moves = Math.min(moves * 3, Math.max(moves, Math.round((speed * milliseconds) / 4000)));
  }
  return speed;
}
