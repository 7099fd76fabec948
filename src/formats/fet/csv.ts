import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ProjectContent, WriteOptions, Writer } from '../format.ts';
import { type Placement, placementsOf } from '../placements.ts';
import { csvFile, isLikeFormula } from '../tables/csv-text.ts';
import { unplacedRemark } from '../unplaced-remark.ts';
import { FetNames } from './names.ts';
import { noRoomId } from './rooms.ts';
import { fetFlawOf } from './writer.ts';

/** The timetable as FET exports one: names as in the FET file of the project, so that the two fit together. */
export const fetCsvWriter: Writer = {
  id: 'fet-csv',
  title: 'Timetable as FET exports it (CSV)',
  extension: 'csv',
  mediaType: 'text/csv',
  write: writeFetCsv,
};

const columns = [
  'Activity Id',
  'Day',
  'Hour',
  'Students Sets',
  'Subject',
  'Teachers',
  'Activity Tags',
  'Room',
  'Comments',
] as const;

function writeFetCsv(
  content: ProjectContent,
  timetableId: string | null,
  options: WriteOptions = {},
): Result<Uint8Array> {
  const placements = placementsOf(content, timetableId);
  if (!placements.ok) return placements;
  const { problem, placed, unplaced } = placements.value;
  const flaw = fetFlawOf(problem);
  if (flaw !== null) return failure([flaw]);
  const rows = rowsOf(placed, new FetNames(problem));
  const form = { byteOrderMark: options.byteOrderMark ?? true, lineEnd: '\n', alwaysQuoted: true } as const;
  return success(csvFile([columns, ...rows], form), [...unplacedRemark(unplaced.length), ...formulaRemark(rows)]);
}

/** A row for each hour of each activity. */
function rowsOf(placed: readonly Placement[], names: FetNames): string[][] {
  const { events, rooms, instructors } = names.problem;
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const [roomOf, instructorOf] = [rooms, instructors].map((list) => new Map(list.map(({ id }, index) => [id, index])));
  return placed.flatMap(({ event: { id }, time, roomIds, instructorIds }) => {
    const event = eventOf.get(id);
    if (event === undefined) return [];
    const [room, ...others] = roomIds;
    const isInRoom = room !== undefined && others.length === 0 && room !== noRoomId;
    const sets = [...new Set(event.groups.flatMap((group) => names.setsOf(group)))];
    const teachers = instructorIds.map((instructor) => names.instructors[instructorOf?.get(instructor) ?? -1] ?? '');
    const rest = [
      sets.join('+'),
      names.courses[event.course] ?? '',
      teachers.join('+'),
      event.tags.join('+'),
      isInRoom ? (names.rooms[roomOf?.get(room) ?? -1] ?? '') : '',
      '',
    ];
    return Array.from({ length: time.length }, (_, slot) => [
      String(names.activities[event.index]),
      names.days[time.days[0] ?? -1] ?? '',
      names.hours[time.start + slot] ?? '',
      ...rest,
    ]);
  });
}

/** Names are identities to FET, so nothing may be put in front of them. */
function formulaRemark(rows: readonly (readonly string[])[]): readonly Diagnostic[] {
  const found = rows.flat().find(isLikeFormula);
  if (found === undefined) return [];
  return [
    warning('write.formula', 'A name begins like a formula; spreadsheets may take it for one.', {
      value: found,
      advice: 'Open the file with FET only, or write the timetable as a list.',
    }),
  ];
}
