import { type ComparedTimetable, nonDominated } from '../../../domain/trade-offs.ts';

/** What timetables can be compared by: `hard` (with unplaced events), `soft`, and every kind in which they differ. */
export function objectiveKeys(timetables: readonly ComparedTimetable[]): readonly string[] {
  const kinds = [...new Set(timetables.flatMap(({ byKind }) => Object.keys(byKind)))].sort();
  const differ = (key: string) => new Set(timetables.map((timetable) => amountIn(timetable, key))).size > 1;
  return ['hard', 'soft', ...kinds.filter(differ)];
}

/** The timetables over two objectives; marked are those that no other one beats in both. */
export function pointsOf(timetables: readonly ComparedTimetable[], across: string, up: string) {
  const places = timetables.map((timetable) => [amountIn(timetable, across), amountIn(timetable, up)] as const);
  const marked = nonDominated(places);
  return places.map(([x, y], index) => ({ x, y, marked: marked[index] ?? false }));
}

function amountIn({ score, byKind }: ComparedTimetable, key: string): number {
  if (key === 'hard') return score.unplaced + score.hard;
  return key === 'soft' ? score.soft : (byKind[key] ?? 0);
}
