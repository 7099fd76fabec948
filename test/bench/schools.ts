import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { feasibleSettings, solveInline, untilFeasible } from '../../src/headless-feasible.ts';
import { datasetPath } from '../support/datasets.ts';
import { silentHooks } from '../support/fixed-run.ts';
import { loadInstance } from './instances.ts';
import { printTable, rounded } from './table.ts';

/**
 * Seconds of the processor that FET 6.8.5 (Debian's fet-cl, default seed, one run each) takes for a timetable that keeps
 * everything marked 100 %, measured on a quiet machine.
 */
const fetSeconds: Readonly<Record<string, number>> = {
  'sharif-university': 0.08,
  'anna-university': 0.98,
  gymnasio: 23.3,
  'telpolytech-even': 0.32,
  'spain-secondary': 2.42,
  'reva-university': 0.78,
};

const kernelFile = new URL('../../build/kernel.wasm', import.meta.url);

/** How soon the first timetable that breaks no hard rule is found: reading, building and search, on this thread. */
export async function measureSchools(seconds: number, seed: number): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [name, fet] of Object.entries(fetSeconds)) {
    const file = join(datasetPath('fet') ?? '', `${name}.fet`);
    if (!existsSync(file)) continue;
    const before = process.cpuUsage();
    const problem = await loadInstance({ name, files: [file] });
    if (typeof problem === 'string') {
      console.log(`${name} is left out: ${problem}`);
      continue;
    }
    const { user: userThen } = process.cpuUsage(before);
    const settings = untilFeasible(feasibleSettings(seconds, seed, problem));
    const { score } = await solveInline(problem, settings, kernelFile, silentHooks);
    const { user } = process.cpuUsage(before);
    const read = rounded(userThen / 1e6, 2);
    rows.push([
      name,
      problem.events.length,
      score?.unplaced ?? '',
      score?.hard ?? '',
      read,
      rounded(user / 1e6, 2),
      fet,
    ]);
  }
  if (rows.length === 0) return;
  printTable(
    'First timetable without a broken hard rule, seconds of the processor',
    ['school', 'events', 'unplaced', 'hard', 'read and build', 'all', 'FET'],
    rows,
  );
}
