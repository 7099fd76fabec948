import type { Score } from '../../../domain/score.ts';
import type { ComparedTimetable } from '../../../domain/trade-offs.ts';
import type { EpochPoint, RunMark } from '../../../engine/run-contract/run-events.ts';

/** The values of a kind of rule at each point of a series. */
export interface KindSeries {
  /** Kind, followed by `!` when hard; `otherKinds` for the sum of what is left. */
  readonly key: string;
  readonly values: readonly number[];
}

export const otherKinds = '*';
/** More layers cannot be told apart. */
const mostLayers = 7;

/** Amount of each hard kind, or cost of each soft one, at every point; the one that matters most over the run first. */
export function kindSeries(points: readonly EpochPoint[], hard: boolean): readonly KindSeries[] {
  const columns = new Map<string, number[]>();
  for (const [at, { byRule }] of points.entries()) {
    for (const rule of byRule) {
      if (rule.hard !== hard) continue;
      const key = hard ? `${rule.kind}!` : rule.kind;
      let column = columns.get(key);
      if (column === undefined) {
        column = points.map(() => 0);
        columns.set(key, column);
      }
      column[at] = (column[at] ?? 0) + (hard ? rule.amount : rule.cost);
    }
  }
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return [...columns]
    .filter(([, values]) => values.some((value) => value > 0))
    .map(([key, values]) => ({ key, values }))
    .toSorted((a, b) => total(b.values) - total(a.values) || (a.key < b.key ? -1 : 1));
}

/** The soft cost in layers: the dearest kinds, and the others together as the last. They add up to the cost of the rules. */
export function softLayers(points: readonly EpochPoint[]): readonly KindSeries[] {
  const kinds = kindSeries(points, false);
  if (kinds.length <= mostLayers) return kinds;
  const rest = kinds.slice(mostLayers - 1);
  const values = points.map((_, at) => rest.reduce((sum, kind) => sum + (kind.values[at] ?? 0), 0));
  return [...kinds.slice(0, mostLayers - 1), { key: otherKinds, values }];
}

/** The upper edges of layers that lie on each other, the first at the bottom; where a layer has nothing it is 0 high. */
export function stacked(layers: readonly (readonly (number | null)[])[]): readonly (readonly number[])[] {
  const edges: number[][] = [];
  for (const layer of layers) {
    const below = edges.at(-1);
    edges.push(layer.map((value, at) => (value ?? 0) + (below?.[at] ?? 0)));
  }
  return edges;
}

/** Soft costs of the best, and of the median and the worst where they can be compared with it. */
export interface SoftSpread {
  readonly best: readonly number[];
  readonly median: readonly (number | null)[];
  readonly worst: readonly (number | null)[];
}

/**
 * The soft cost of a timetable that leaves out or breaks more than the best says nothing beside that of the best: it may
 * be lower because less is placed. Such points are null, so that the best is never drawn above the others.
 */
export function softSpread(points: readonly EpochPoint[]): SoftSpread {
  const beside = ({ best }: EpochPoint, { unplaced, hard, soft }: Score) =>
    unplaced === best.unplaced && hard === best.hard ? soft : null;
  return {
    best: points.map(({ best }) => best.soft),
    median: points.map((point) => beside(point, point.median)),
    worst: points.map((point) => beside(point, point.worst)),
  };
}

/** The best of one island over time. */
export interface Lane {
  readonly island: number;
  readonly scores: readonly Score[];
  /** Where the line runs in its row: above one half while hard rules are broken, below by the soft cost; 0 is best. */
  readonly heights: readonly number[];
}

/** One lane for each island, all on one scale: amounts by their logarithm, from the least to the most of the run. */
export function lanes(points: readonly EpochPoint[]): readonly Lane[] {
  const count = points.reduce((most, { islands }) => Math.max(most, islands.length), 0);
  const all = points.flatMap(({ islands }) => islands);
  const hardOf = ({ unplaced, hard }: Score) => unplaced + hard;
  const hard = logarithmicPlace(all.map(hardOf).filter((amount) => amount > 0));
  const soft = logarithmicPlace(all.filter((score) => hardOf(score) === 0).map((score) => score.soft));
  const heightOf = (score: Score) => (hardOf(score) > 0 ? 0.55 + 0.45 * hard(hardOf(score)) : 0.45 * soft(score.soft));
  return Array.from({ length: count }, (_, island) => {
    const scores = points.map(({ islands, worst }) => islands[island] ?? worst);
    return { island, scores, heights: scores.map(heightOf) };
  });
}

function logarithmicPlace(values: readonly number[]): (value: number) => number {
  const bent = values.map((value) => Math.asinh(value));
  const least = bent.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = bent.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return (value) => (most > least ? (Math.asinh(value) - least) / (most - least) : 0);
}

export interface SeriesMark {
  readonly seconds: number;
  readonly kind: RunMark;
}

export function marksIn(points: readonly EpochPoint[]): readonly SeriesMark[] {
  return points.flatMap(({ seconds, marks = [] }) => marks.map((kind) => ({ seconds, kind })));
}

/** The bests of a run as timetables that can be compared; only those since the rules were changed last. */
export function comparedBests(points: readonly EpochPoint[]): readonly ComparedTimetable[] {
  const since = points.findLastIndex(({ marks }) => marks?.includes('steered') === true);
  const seen = new Set<string>();
  return points.slice(Math.max(0, since)).flatMap(({ best, byRule }) => {
    const byKind: Record<string, number> = {};
    for (const { kind, hard, amount, cost } of byRule) {
      const key = hard ? `${kind}!` : kind;
      byKind[key] = (byKind[key] ?? 0) + (hard ? amount : cost);
    }
    const compared = { score: best, byKind };
    const content = JSON.stringify(compared);
    if (seen.has(content)) return [];
    seen.add(content);
    return [compared];
  });
}

/** At most so many of the points, evenly over the series, the first and the last among them; marked ones stay. */
export function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).filter((item) => item !== undefined);
}
