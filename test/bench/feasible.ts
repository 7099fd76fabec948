import { hardLowerBound } from '../../src/domain/pre-check.ts';
import { facultyInstances, loadInstance, sampleInstances } from './instances.ts';
import { measureSchools } from './schools.ts';
import { type Effort, type Solved, solve } from './solve.ts';
import { printTable } from './table.ts';

export interface FeasibleRow extends Effort {
  readonly name: string;
  readonly events: number;
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
  /** Unplaced events and hard units that no timetable can avoid, by proof. */
  readonly bound: number;
  readonly used: Omit<Solved, 'score'>;
}

/** How near to what is possible the hard rules come, on large instances with many kinds of rules. */
export async function measureFeasible(effort: Effort): Promise<FeasibleRow[]> {
  const rows: FeasibleRow[] = [];
  for (const instance of [...facultyInstances(), ...sampleInstances]) {
    const problem = await loadInstance(instance);
    if (typeof problem === 'string') {
      console.log(`${instance.name} is left out: ${problem}`);
      continue;
    }
    const solved = await solve(instance.name, problem, effort);
    if (solved === null) continue;
    const { score, ...used } = solved;
    const bound = hardLowerBound(problem);
    rows.push({ name: instance.name, ...effort, events: problem.events.length, ...score, bound, used });
    console.log(`${instance.name}: ${JSON.stringify(score)}, at least ${bound}`);
  }
  printTable(
    `Feasibility: ${effort.seconds} s on ${effort.workers} workers, one run each`,
    ['instance', 'events', 'unplaced', 'hard', 'at least', 'soft', 'cpu s', 'M moves'],
    rows.map((row) => [
      row.name,
      row.events,
      row.unplaced,
      row.hard,
      row.bound,
      row.soft,
      row.used.processorSeconds,
      row.used.millionMoves,
    ]),
  );
  measureSchools(effort.seconds, effort.seed);
  return rows;
}
