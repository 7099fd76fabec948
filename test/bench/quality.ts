import { competitionInstances, loadInstance } from './instances.ts';
import { bestMethodSum, published } from './published.ts';
import { type Effort, type Solved, solve } from './solve.ts';
import { printTable, rounded } from './table.ts';

export interface QualityRow extends Effort {
  readonly name: string;
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
  readonly used: Omit<Solved, 'score'>;
}

/** One run per competition instance beside what is published. */
export async function measureQuality(effort: Effort): Promise<QualityRow[]> {
  const rows: QualityRow[] = [];
  for (const instance of competitionInstances()) {
    const problem = await loadInstance(instance);
    const solved = typeof problem === 'string' ? null : await solve(instance.name, problem, effort);
    if (solved === null) continue;
    const { score, ...used } = solved;
    rows.push({ name: instance.name, ...effort, ...score, used });
    console.log(`${instance.name}: ${JSON.stringify(score)}`);
  }
  if (rows.length > 0) print(rows, effort);
  return rows;
}

function print(rows: readonly QualityRow[], { seconds, workers }: Effort): void {
  const figures = rows.map((row) => ({ row, known: published[row.name] }));
  const sum = (of: (item: (typeof figures)[number]) => number | undefined) =>
    rounded(
      figures.reduce((total, item) => total + (of(item) ?? 0), 0),
      1,
    );
  const lines = figures.map(({ row, known }) => [
    row.name,
    row.unplaced,
    row.hard,
    row.soft,
    known?.best ?? null,
    known?.winner ?? null,
    known?.leastMean ?? null,
    row.used.processorSeconds,
    row.used.millionMoves,
  ]);
  const total = [
    'sum',
    sum(({ row }) => row.unplaced),
    sum(({ row }) => row.hard),
    sum(({ row }) => row.soft),
    sum(({ known }) => known?.best),
    sum(({ known }) => known?.winner),
    sum(({ known }) => known?.leastMean),
    sum(({ row }) => row.used.processorSeconds),
    sum(({ row }) => row.used.millionMoves),
  ];
  printTable(
    `Quality: ${seconds} s on ${workers} workers, one run each`,
    ['instance', 'unplaced', 'hard', 'soft', 'best known', 'winner', 'least mean', 'cpu s', 'M moves'],
    [...lines, total],
  );
  if (rows.length === 10) console.log(`The best single method's means sum to ${bestMethodSum}.`);
}
