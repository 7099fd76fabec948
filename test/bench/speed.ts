import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryPath } from '../support/repository.ts';
import { competitionInstances, type Instance, manyRulesInstance, sampleInstances } from './instances.ts';
import type { SpeedMeasurement, SpeedRound } from './speed-process.ts';
import { median, printTable, rounded } from './table.ts';
import { compileTwinKernel } from './twin-kernel.ts';

export interface SpeedRow {
  readonly name: string;
  readonly events: number;
  /** Million evaluated moves per second of processor time, one core; the median of three, and the least and the most. */
  readonly moves: number;
  readonly least: number;
  readonly most: number;
  /** The same, median and most, with basic moves only: what other kernels report. */
  readonly basic: number;
  readonly mostBasic: number;
  /** Basic moves of the hand-specialised twin in plain TypeScript, and how many times as many the kernel makes. */
  readonly twin: number | null;
  readonly ratioToTwin: number | null;
  /** The same of the hand-specialised kernel in WebAssembly. */
  readonly specialised: number | null;
  readonly ratioToSpecialised: number | null;
  /** Million steps per second of the calibration loop, in the same process. */
  readonly calibration: number;
  /** Moves per calibration step, the median of the rounds: what can be compared between machines. */
  readonly ratio: number;
}

export function measureSpeed(): SpeedRow[] {
  compileTwinKernel();
  const published = competitionInstances();
  const instances = [...(published.length > 0 ? published : sampleInstances), manyRulesInstance];
  const rows = instances.flatMap((instance) => measure(instance) ?? []);
  printTable(
    'Speed: million evaluated moves per second and core (processor time)',
    [
      'instance',
      'events',
      'with chains',
      'least',
      'most',
      'basic moves',
      'most',
      'twin',
      'times the twin',
      'made by hand',
      'times that',
      'calibration',
      'ratio',
    ],
    rows.map((row) => [
      row.name,
      row.events,
      row.moves,
      row.least,
      row.most,
      row.basic,
      row.mostBasic,
      row.twin,
      row.ratioToTwin,
      row.specialised,
      row.ratioToSpecialised,
      row.calibration,
      row.ratio,
    ]),
  );
  // the goal for these was set without the problem of many rules
  const usual = rows.filter(({ name }) => name !== manyRulesInstance.name);
  const medians = [median(usual.map(({ moves }) => moves)), median(usual.map(({ basic }) => basic))];
  console.log(`Median over the instances: ${medians[0]} million a second, basic moves alone ${medians[1]}.`);
  const ratios = usual.flatMap(({ ratioToSpecialised }) => ratioToSpecialised ?? []);
  if (ratios.length > 0) console.log(`Of the basic moves of a kernel made by hand: ${median(ratios)} (median).`);
  return rows;
}

function measure(instance: Instance): SpeedRow | null {
  const script = join(repositoryPath, 'test/bench/speed-process.ts');
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, JSON.stringify(instance)], {
    cwd: repositoryPath,
    encoding: 'utf8',
  });
  if (child.status !== 0) {
    console.error(`${instance.name} could not be measured:\n${child.stderr}`);
    return null;
  }
  // written by the script just named
  const { events, rounds } = JSON.parse(child.stdout) as SpeedMeasurement;
  const million = rounds.map(({ moves }) => moves / 1e6);
  const basic = rounds.map((round) => round.basic / 1e6);
  return {
    name: instance.name,
    events,
    moves: rounded(median(million)),
    least: rounded(Math.min(...million)),
    most: rounded(Math.max(...million)),
    basic: rounded(median(basic)),
    mostBasic: rounded(Math.max(...basic)),
    ...besideTwins(rounds),
    calibration: rounded(median(rounds.map(({ calibration }) => calibration / 1e6)), 1),
    ratio: rounded(median(rounds.map(({ moves, calibration }) => moves / calibration)), 4),
  };
}

function besideTwins(rounds: readonly SpeedRound[]) {
  const plain = beside(rounds.map(({ basic, twin }) => [basic, twin]));
  const byHand = beside(rounds.map(({ basic, specialised }) => [basic, specialised]));
  return {
    twin: plain?.other ?? null,
    ratioToTwin: plain?.ratio ?? null,
    specialised: byHand?.other ?? null,
    ratioToSpecialised: byHand?.ratio ?? null,
  };
}

/** Medians over the rounds: million moves of the other, and how many times as many ours made in the same round. */
function beside(rounds: readonly (readonly [number, number | null])[]) {
  const pairs = rounds.flatMap(([own, other]) => (other === null ? [] : [{ own, other }]));
  if (pairs.length === 0) return null;
  return {
    other: rounded(median(pairs.map(({ other }) => other / 1e6))),
    ratio: rounded(median(pairs.map(({ own, other }) => own / other))),
  };
}
