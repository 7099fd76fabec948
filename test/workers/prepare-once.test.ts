import { expose } from 'comlink';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { createIslandHost, type OpenRequest } from '../../src/engine/island-host.ts';
import { startRun } from '../../src/engine/run/run.ts';
import { createSolverFrom } from '../../src/workers/create-solver.ts';
import { packedHost } from '../../src/workers/packed-host.ts';
import type { SpawnedWorker } from '../../src/workers/pool.ts';
import { valueIn } from '../formats/support/files.ts';
import { fixedRunProblem, fixedRunSettings, silentHooks } from '../support/fixed-run.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { changedHost, localPool } from '../support/local-pool.ts';

const module = kernelModule();
const data = fixedRunProblem();
const problem = valueIn(buildProblem(data));
const short = { ...fixedRunSettings, islands: 3, population: 6, generations: 10, movesPerIndividual: 2000 };

describe('a problem', () => {
  test('is prepared once for a run on several hosts, and given to one of them only, who audits', async () => {
    const prepared: number[] = [];
    const audits: number[] = [];
    const given: boolean[] = [];
    const pool = localPool(3, (host, index) =>
      changedHost(host, {
        prepare(...request) {
          prepared.push(index);
          return host.prepare(...request);
        },
        open(request: OpenRequest) {
          given[index] = request.audited !== null;
          return host.open(request);
        },
        audit(found) {
          audits.push(index);
          return host.audit(found);
        },
      }),
    );
    const outcome = await startRun({ data, module, settings: short, resumeFrom: null }, pool, silentHooks).outcome;
    expect(outcome).toMatchObject({ reason: 'generations', failure: null });
    expect(prepared).toEqual([0]);
    expect(given).toEqual([true, false, false]);
    expect(new Set(audits)).toEqual(new Set([0]));
  });

  test('that the speed was measured with is not prepared again for the run that follows, only for the one after', async () => {
    let prepared = 0;
    const spawn = (): SpawnedWorker => {
      const { port1, port2 } = new MessageChannel();
      const host = createIslandHost();
      const counted = changedHost(host, {
        prepare(...request) {
          prepared++;
          return host.prepare(...request);
        },
      });
      expose(packedHost(counted), port2);
      return {
        endpoint: port1,
        onFailure() {},
        terminate() {
          void host.stop();
          port1.close();
        },
      };
    };
    const solver = createSolverFrom({ spawn, loadModule: async () => module, workerCount: 2, randomSeed: () => 1 });
    await solver.plan(problem, 1);
    expect(prepared).toBe(1);
    const first = await valueIn(solver.start(problem, short, silentHooks)).outcome;
    expect(prepared).toBe(1);
    const second = await valueIn(solver.start(problem, short, silentHooks)).outcome;
    expect(prepared).toBe(2);
    expect([first.reason, first.best]).toEqual(['generations', second.best]);
  });
});
