import { spawn, spawnSync } from 'node:child_process';
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
  return inFolder(text, (options) => {
    const { stdout, stderr } = spawnSync('fet-cl', options, {
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    });
    return answerOf(`${stdout}${stderr}`);
  });
}

/** Whether FET takes a file: it is ended when the search for a timetable begins, which may take `milliseconds`. */
export function askWhetherTaken(text: string | Uint8Array, milliseconds: number): Promise<FetAnswer> {
  return inFolder(
    text,
    (options) =>
      new Promise((resolve, reject) => {
        const program = spawn('fet-cl', options, { timeout: milliseconds, killSignal: 'SIGKILL' });
        let log = '';
        const hear = (said: Buffer) => {
          log += said.toString();
          if (answerOf(log).accepted) program.kill('SIGKILL');
        };
        program.stdout.on('data', hear);
        program.stderr.on('data', hear);
        program.on('error', reject);
        program.on('close', () => resolve(answerOf(log)));
      }),
  );
}

function answerOf(log: string): FetAnswer {
  return {
    accepted: log.includes('Starting timetable generation'),
    solved: log.includes('Simulation successful'),
    log,
  };
}

/** With a file and a place for what comes of it, which are removed when the answer is there. */
function inFolder<Answer>(text: string | Uint8Array, ask: (options: readonly string[]) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'fet-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, 'a.fet');
  writeFileSync(file, text);
  const options = [`--inputfile=${file}`, `--outputdir=${join(folder, 'out')}`, '--htmllevel=0'];
  const quiet = ['--writetimetableconflicts=false', '--warnifusingnotperfectconstraints=false'];
  let answer: Answer | null = null;
  try {
    answer = ask([...options, ...quiet]);
    return answer;
  } finally {
    if (answer instanceof Promise) answer.then(remove, remove);
    else remove();
  }
}
