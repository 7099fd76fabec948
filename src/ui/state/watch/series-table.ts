import type { EpochPoint } from '../../../engine/run-contract/run-events.ts';
import type { ChartTable } from '../charts/chart-files.ts';

const scoreColumns = ['best', 'median', 'worst'] as const;
const seriesColumns = [
  ...(['generation', 'seconds', 'moves', 'temperature', 'diversity', 'marks'] as const),
  ...(['unplaced', 'hard', 'soft', 'amount', 'cost', ...scoreColumns] as const),
];
export type SeriesColumn = (typeof seriesColumns)[number];

export interface SeriesWords {
  readonly column: (key: SeriesColumn) => string;
  readonly island: (index: number) => string;
  readonly nameOf: (kind: string, hard: boolean) => string;
}

/** The whole series, a row for each point: totals, islands, and amount and cost of every kind of rule. */
export function seriesTable(points: readonly EpochPoint[], words: SeriesWords): ChartTable {
  const kinds = new Map(
    points.flatMap(({ byRule }) =>
      byRule.map(({ kind, hard }) => [`${kind}${hard ? '!' : ''}`, { kind, hard }] as const),
    ),
  );
  const islands = points.reduce((most, point) => Math.max(most, point.islands.length), 0);
  const parts = ['unplaced', 'hard', 'soft'] as const;
  const head = [
    ...(['generation', 'seconds', 'moves', 'temperature', 'diversity', 'marks'] as const).map(words.column),
    ...scoreColumns.flatMap((who) => parts.map((part) => `${words.column(who)}: ${words.column(part)}`)),
    ...Array.from({ length: islands }, (_, island) =>
      parts.map((part) => `${words.island(island)}: ${words.column(part)}`),
    ).flat(),
    ...[...kinds.values()].flatMap(({ kind, hard }) => [
      `${words.nameOf(kind, hard)}: ${words.column('amount')}`,
      `${words.nameOf(kind, hard)}: ${words.column('cost')}`,
    ]),
  ];
  const rows = points.map((point) => [
    ...[point.generation, point.seconds, point.moves, point.temperature, point.diversity],
    (point.marks ?? []).join(' '),
    ...scoreColumns.flatMap((who) => parts.map((part) => point[who][part])),
    ...Array.from({ length: islands }, (_, island) => parts.map((part) => point.islands[island]?.[part] ?? '')).flat(),
    ...[...kinds.values()].flatMap(({ kind, hard }) => {
      const same = point.byRule.filter((rule) => rule.kind === kind && rule.hard === hard);
      const sum = (part: 'amount' | 'cost') => same.reduce((total, rule) => total + rule[part], 0);
      return [sum('amount'), sum('cost')];
    }),
  ]);
  return { head, rows };
}
