import type { Problem } from '../../../domain/problem.ts';
import type { CoverCandidate, CoverNeed } from '../../../domain/substitution.ts';
import type { Translate } from '../../text/text.tsx';
import { groupNames } from '../words/labels.ts';
import { clockOf, hoursOf } from '../words/numbers.ts';
import { listText } from '../words/wording.ts';

/** A line of the list that is handed out. */
export interface CoverLine {
  readonly time: string;
  readonly event: string;
  readonly groups: string;
  readonly rooms: string;
  readonly instead: string;
  readonly cover: string;
  readonly note: string;
}

export function coverLines(
  problem: Problem,
  needs: readonly CoverNeed[],
  notes: ReadonlyMap<number, string>,
  text: Translate,
): readonly CoverLine[] {
  const instructor = (index: number) => problem.instructors[index]?.name ?? '';
  const names = (indices: readonly number[]) => listText(indices.map(instructor));
  return needs.map(({ placed, absent, others, cover }) => ({
    time: `${clockOf(placed.time.startMinute)}–${clockOf(placed.time.endMinute)}`,
    event: placed.event.name,
    groups: groupNames(problem, placed.event.index),
    rooms: listText(placed.rooms.map((room) => problem.rooms[room]?.name ?? '')),
    instead: names(absent),
    cover: names([...(cover === null ? [] : [cover.instructor]), ...others]) || text('coverNone'),
    note: cover === null ? '' : (notes.get(placed.event.index) ?? ''),
  }));
}

/** As plain text: a title, then a line for each event, its parts between tabs, so that a spreadsheet takes them apart. */
export function coverText(title: string, lines: readonly CoverLine[], text: Translate): string {
  const head = [
    ...[text('coverColumnTime'), text('coverColumnEvent'), text('coverColumnGroups'), text('coverColumnRoom')],
    ...[text('coverColumnInstead'), text('coverColumnCover'), text('coverColumnNote')],
  ];
  const rows = lines.map(({ time, event, groups, rooms, instead, cover, note }) =>
    [time, event, groups, rooms, instead, cover, note].join('\t'),
  );
  return [title, '', head.join('\t'), ...rows, ''].join('\n');
}

/** Why somebody stands where they stand in the list, in short words. */
export function reasonsOf(problem: Problem, candidate: CoverCandidate, text: Translate): readonly string[] {
  const { qualification, present, closeness, knowsGroup, overLimit, unwilling, covers } = candidate;
  return [
    ...(qualification === 'event' ? [text('reasonEvent')] : []),
    ...(qualification === 'course' ? [text('reasonCourse')] : []),
    ...(knowsGroup ? [text('reasonGroup')] : []),
    present ? dayText(problem, candidate, text) : text('reasonAway'),
    ...(closeness === 'gap' ? [text('reasonGap')] : []),
    ...(closeness === 'next' ? [text('reasonNext')] : []),
    ...(overLimit ? [text('reasonOverLimit')] : []),
    ...(unwilling ? [text('reasonUnwilling')] : []),
    ...(covers > 0 ? [text('reasonCovers', { count: covers })] : []),
  ];
}

/** Slots of a few minutes say nothing: there the hours are told. */
function dayText({ axis }: Problem, { slotsThatDay, minutesThatDay }: CoverCandidate, text: Translate): string {
  if (axis.cellsAreSlots) return text('reasonDay', { slots: slotsThatDay });
  return text('reasonHours', { hours: hoursOf(minutesThatDay) });
}
