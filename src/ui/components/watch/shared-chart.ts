import type { ChartContent, ChartMark } from '../../state/charts/chart-files.ts';

/** What all charts of a run have in common. */
export interface SharedChart {
  readonly timeLabel: string;
  readonly marks: readonly ChartMark[];
  readonly sync: string;
  readonly book: Set<() => ChartContent>;
  readonly onPick: (index: number) => void;
}

/** Colour tokens of layers and lines of one chart, in their order; `watch.css` has them. */
export function layerColour(position: number): string {
  return `layer-${(position % 8) + 1}`;
}

const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2]];

/** Lines that cross are told apart by their dashes. */
export function dashOf(position: number): readonly number[] {
  return dashes[position % dashes.length] ?? [];
}
