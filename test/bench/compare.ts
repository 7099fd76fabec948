import { type Results, readResults } from './results.ts';
import { type Cell, printTable, rounded } from './table.ts';

interface Named {
  readonly name: string;
}

/** Prints the latest results beside the baseline; false when one of them is missing. */
export function compareWithBaseline(): boolean {
  const latest = readResults('latest');
  const baseline = readResults('baseline');
  if (latest === null || baseline === null) {
    console.error(`There are no ${latest === null ? 'latest' : 'baseline'} results in test/bench/results.`);
    return false;
  }
  const machine = ({ machine: { processor, cores, node } }: Results) => `${processor}, ${cores} cores, Node ${node}`;
  console.log(`Baseline: ${machine(baseline)}\nLatest:   ${machine(latest)}`);
  table('Speed (ratio to the calibration loop)', latest.speed, baseline.speed, ({ ratio }) => ratio);
  table('Quality (soft cost; 10 000 for each hard unit or unplaced event)', latest.quality, baseline.quality, cost);
  table('Feasibility (unplaced and hard)', latest.feasible, baseline.feasible, ({ unplaced, hard }) => unplaced + hard);
  table('ITC-2019 (total; 10 000 for each hard unit or unplaced event)', latest.itc2019, baseline.itc2019, cost);
  table(
    'Scale (cost of a move, nanoseconds)',
    latest.scale,
    baseline.scale,
    ({ nanosecondsPerMove }) => nanosecondsPerMove,
  );
  table('Shell (kB, gzip)', latest.shell, baseline.shell, ({ compressed }) => compressed);
  return true;
}

function cost({ unplaced, hard, soft }: { unplaced: number; hard: number; soft: number }): number {
  return (unplaced + hard) * 10_000 + soft;
}

function table<T extends Named>(
  title: string,
  latest: { readonly rows: readonly T[] } | undefined,
  baseline: { readonly rows: readonly T[] } | undefined,
  figure: (row: T) => number,
): void {
  if (latest === undefined || baseline === undefined) return;
  const rows = latest.rows.map((row): Cell[] => {
    const before = baseline.rows.find(({ name }) => name === row.name);
    if (before === undefined) return [row.name, null, figure(row), null];
    const change = figure(before) === 0 ? null : `${rounded((figure(row) / figure(before) - 1) * 100, 1)} %`;
    return [row.name, figure(before), figure(row), change];
  });
  printTable(title, ['name', 'baseline', 'latest', 'change'], rows);
}
