import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { datasetPath } from '../support/datasets.ts';
import { repositoryPath } from '../support/repository.ts';
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

/** Has a process say at its end how long it kept the processor busy, all of its threads, in microseconds. */
const meter = 'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.cpuUsage().user))';

/**
 * How soon the command line finds the first timetable that breaks no hard rule: the whole process, as FET is measured,
 * from the start of Node on. In a process of its own, since what one school has made V8 optimise would help the next.
 */
export function measureSchools(seconds: number, seed: number): void {
  // brings the program up to date: looking for what has changed is not part of what is measured
  spawnSync(process.execPath, [join(repositoryPath, 'test/support/solve.mjs'), '--help']);
  const rows: (string | number)[][] = [];
  for (const [name, fet] of Object.entries(fetSeconds)) {
    const file = join(datasetPath('fet') ?? '', `${name}.fet`);
    if (!existsSync(file)) continue;
    const command = [join(repositoryPath, 'build/solve.mjs'), file, '--feasible'];
    const options = ['--seconds', String(seconds), '--seed', String(seed)];
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', meter, ...command, ...options], {
      encoding: 'utf8',
    });
    const microseconds = Number(stderr.slice(stderr.lastIndexOf('\n')));
    if (stdout === '') {
      console.log(`${name} is left out: ${stderr.trim()}`);
      continue;
    }
    // What the command line prints: scores are numbers.
    const { unplaced, hard } = JSON.parse(stdout) as { unplaced: number; hard: number };
    rows.push([name, unplaced, hard, rounded(microseconds / 1e6, 2), fet]);
  }
  if (rows.length === 0) return;
  printTable(
    'First timetable without a broken hard rule, seconds of the processor of the whole command',
    ['school', 'unplaced', 'hard', 'this', 'FET'],
    rows,
  );
}
