import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { Random } from '../../src/domain/random.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { genesHash } from '../support/genes-hash.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost, localPool } from '../support/local-pool.ts';
import { randomProblem } from '../support/problems.ts';

const module = kernelModule();
// so easy that many timetables are equally good
const { data } = valueIn(buildProblem(randomProblem(new Random(3), { kinds: [], eventCount: 8 })));
const settings = { ...fixedRunSettings, islands: 4, population: 8, generations: 10, movesPerIndividual: 2000 };

describe('when several islands find equally good timetables', () => {
  it('the same one is kept, however the islands are dealt onto hosts', async () => {
    const hashes = [];
    for (const hosts of [1, 2, 3, 4]) {
      const run = startRun({ data, module, settings, resumeFrom: null }, localPool(hosts), silentHooks);
      const { best } = await run.outcome;
      hashes.push(best === null ? null : genesHash(best));
    }
    expect(hashes).toEqual(Array(4).fill(hashes[0]));
    expect(hashes[0]).not.toBeNull();
  });

  it('the one at the end of a generation is kept, not the one that was shown in its middle', async () => {
    const score = { unplaced: 8, hard: 0, soft: 0 };
    const unplaced = { time: -1, rooms: [], instructors: [] };
    const shown = { assignments: [unplaced] };
    const kept = { assignments: [unplaced, unplaced] };
    const pool = localPool(1, (host) =>
      changedHost(host, {
        audit: async () => ({ byRule: [] }),
        async epoch(generation, budget, onProgress) {
          const { islands } = await host.epoch(generation, budget, () => {});
          onProgress({ moves: 1, best: score, timetable: shown });
          return { islands, stopped: false, improved: { island: 0, score, timetable: kept } };
        },
      }),
    );
    const { best } = await startRun({ data, module, settings, resumeFrom: null }, pool, silentHooks).outcome;
    expect(best).toEqual(kept);
  });
});
