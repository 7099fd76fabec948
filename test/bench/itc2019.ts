import { evaluate } from '../../src/domain/evaluate.ts';
import { itc2019Parts } from '../../src/headless-parts.ts';
import { loadInstance, universityInstances } from './instances.ts';
import { publishedTotals } from './published.ts';
import { type Effort, type Solved, solveFor } from './solve.ts';
import { printTable } from './table.ts';

export interface UniversityRow extends Effort {
  readonly name: string;
  readonly events: number;
  readonly unplaced: number;
  readonly hard: number;
  /** The total of the competition: the sum of the weighted parts. */
  readonly soft: number;
  readonly parts: ReturnType<typeof itc2019Parts>;
  readonly used: Omit<Solved, 'score'>;
}

/** One run per instance of ITC-2019, with the parts of its total, beside what is published. */
export async function measureUniversities(effort: Effort): Promise<UniversityRow[]> {
  const rows: UniversityRow[] = [];
  for (const instance of universityInstances()) {
    const problem = await loadInstance(instance);
    if (typeof problem === 'string') {
      console.log(`${instance.name} is left out: ${problem}`);
      continue;
    }
    const found = await solveFor(instance.name, problem, effort);
    if (found === null) continue;
    const { score, ...used } = found.solved;
    const parts = itc2019Parts(problem, found.timetable, evaluate(problem, found.timetable));
    rows.push({ name: instance.name, ...effort, events: problem.events.length, ...score, parts, used });
    console.log(`${instance.name}: ${JSON.stringify(score)}`);
  }
  if (rows.length > 0) print(rows, effort);
  return rows;
}

function print(rows: readonly UniversityRow[], { seconds, workers }: Effort): void {
  printTable(
    `ITC-2019: ${seconds} s on ${workers} workers, one run each`,
    [
      ...['instance', 'events', 'unplaced', 'hard', 'time', 'room', 'distribution', 'student'],
      ...['total', 'published', 'cpu s', 'M moves'],
    ],
    rows.map(({ name, events, unplaced, hard, soft, parts, used }) => [
      ...[name, events, unplaced, hard, parts.time, parts.room, parts.distribution, parts.student],
      ...[soft, publishedTotals[name] ?? null, used.processorSeconds, used.millionMoves],
    ]),
  );
}
