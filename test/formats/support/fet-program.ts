import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let isThere: boolean | null = null;

/** True where the command line of FET is installed; else says once why tests with it are left out. */
export function hasFetProgram(): boolean {
  if (isThere === null) {
    isThere = spawnSync('fet-cl', ['--version'], { timeout: 5000 }).error === undefined;
    if (!isThere) console.info('Skipping what asks FET itself: its command line (fet-cl) is not installed.');
  }
  return isThere;
}

export interface FetAnswer {
  /** The file was opened, and the search for a timetable began. */
  readonly accepted: boolean;
  /** A timetable was found. The search for one that cannot be is ended after the time given. */
  readonly solved: boolean;
  readonly log: string;
}

/** What FET says to a file, having `milliseconds` for it. */
export function askFet(text: string | Uint8Array, milliseconds: number): FetAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'fet-'));
  try {
    const file = join(folder, 'a.fet');
    writeFileSync(file, text);
    const options = [`--inputfile=${file}`, `--outputdir=${join(folder, 'out')}`, '--htmllevel=0'];
    const quiet = ['--writetimetableconflicts=false', '--warnifusingnotperfectconstraints=false'];
    const { stdout, stderr } = spawnSync('fet-cl', [...options, ...quiet], {
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    });
    const log = `${stdout}${stderr}`;
    return {
      accepted: log.includes('Starting timetable generation'),
      solved: log.includes('Simulation successful'),
      log,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
