import { buildProblem } from '../../domain/build-problem.ts';
import { type Diagnostic, error, warning } from '../../domain/diagnostic.ts';
import type { Problem } from '../../domain/problem.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { resolveTime } from '../../domain/time-ids.ts';
import type { ProjectContent, Writer } from '../format.ts';
import { type Loss, lossRemarks, lossWords, ruleLosses } from '../losses.ts';
import { type Placement, placementsOf } from '../placements.ts';
import { FetNames } from './names.ts';
import { type FetNode, node, nodes, printNode } from './print.ts';
import { noRoomId } from './rooms.ts';
import { fetConstraints } from './write-constraints.ts';
import { fetLists } from './write-lists.ts';
import { constraintNode } from './write-parts.ts';
import { virtualRoomOf, virtualSets } from './write-virtual.ts';

/** The version whose form is written; newer ones read it. */
const writtenVersion = '6.0.0';

/** Data for FET with a timetable as FET saves one: starting times and rooms that are not locked permanently. */
export const fetWriter: Writer = {
  id: 'fet',
  title: 'FET data and timetable',
  extension: 'fet',
  mediaType: 'application/xml',
  write: writeFet,
};

/** Without a timetable the data alone is written. What FET has no word for is left out and counted in warnings. */
function writeFet(content: ProjectContent, timetableId: string | null): Result<Uint8Array> {
  const built = buildProblem(content.problem);
  if (!built.ok) return built;
  const problem = built.value;
  const flaw = fetFlawOf(problem);
  if (flaw !== null) return failure([flaw]);
  const placements =
    content.timetables.length === 0 && timetableId === null ? null : placementsOf(content, timetableId);
  if (placements?.ok === false) return placements;
  const placed = placements?.value.placed ?? [];
  const names = new FetNames(problem);
  const assigned = new Map(
    placed.map((item) => [
      item.event.id,
      { eventId: item.event.id, roomIds: item.roomIds, instructorIds: item.instructorIds },
    ]),
  );
  const { time, space, left } = fetConstraints(names);
  time.push(...startingTimes(placed, names));
  space.push(...roomsOf(placed, names));
  const lists = fetLists(names, assigned);
  const body = [
    ...names.details.head,
    node('Institution_Name', problem.name),
    names.details.comments,
    ...lists,
    node('Time_Constraints_List', time),
    node('Space_Constraints_List', space),
  ];
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n\n<fet version="${writtenVersion}">\n${body.map((item) => printNode(item)).join('\n')}\n</fet>\n`;
  return success(new TextEncoder().encode(text), remarksOn(names, left));
}

/** FET knows one week and blocks of one day. */
export function fetFlawOf(problem: Problem): Diagnostic | null {
  const advice = 'FET plans one week that repeats.';
  if (problem.axis.weekClassCount > 1) {
    return error('fet.weeks', 'The project has weeks that differ, which FET cannot express.', { advice });
  }
  const odd = problem.events.find(({ duration, times }) =>
    times.some(({ index }) => {
      const time = problem.times[index];
      return time !== undefined && (time.days.length !== 1 || time.length !== duration);
    }),
  );
  if (odd === undefined) return null;
  const message = 'An event may meet on several days, or for another time than its duration, which FET cannot express.';
  return error('fet.times', message, { value: odd.id, advice });
}

/** Times of the timetable; what is not placed keeps its lock. */
function startingTimes(placed: readonly Placement[], names: FetNames): FetNode[] {
  const { problem } = names;
  const placedAt = new Map(placed.map(({ event, time }) => [event.id, time]));
  return problem.events.flatMap(({ id, index, lock }) => {
    const locked = lock?.timeId === undefined ? -1 : resolveTime(problem, index, lock.timeId);
    const time = placedAt.get(id) ?? problem.times[locked];
    if (time === undefined) return [];
    return [
      constraintNode('ActivityPreferredStartingTime', '100', [
        node('Activity_Id', names.activities[index]),
        node('Preferred_Day', names.days[time.days[0] ?? -1]),
        node('Preferred_Hour', names.hours[time.start]),
        node('Permanently_Locked', lock?.timeId !== undefined),
      ]),
    ];
  });
}

function roomsOf(placed: readonly Placement[], names: FetNames): FetNode[] {
  const { events, rooms } = names.problem;
  const placedIn = new Map(placed.map(({ event, roomIds }) => [event.id, roomIds]));
  return events.flatMap((event) => {
    const { id, index, lock, roomCount } = event;
    const chosen = placedIn.get(id) ?? lock?.roomIds ?? [];
    const [room] = chosen;
    const virtual = rooms[virtualRoomOf(event, names)]?.id;
    if (room === undefined || room === noRoomId || chosen.length !== roomCount) return [];
    if (roomCount > 1 && virtual === undefined) return [];
    const real = chosen.map((item) => names.roomName(item) ?? '');
    return [
      constraintNode('ActivityPreferredRoom', '100', [
        node('Activity_Id', names.activities[index]),
        node('Room', names.roomName(virtual ?? room)),
        ...(roomCount > 1 ? [node('Number_of_Real_Rooms', real.length), ...nodes('Real_Room', real)] : []),
        node('Permanently_Locked', lock?.roomIds !== undefined),
      ]),
    ];
  });
}

/** The rule that gives soft locks their weight: people know the locks, not the rule. */
const softLocks = 'preferNotToMove';

function remarksOn(names: FetNames, left: ReadonlyMap<string, number>): readonly Diagnostic[] {
  const { problem, details } = names;
  const several = problem.events.filter((event) => event.roomCount > 1 && virtualRoomOf(event, names) < 0).length;
  const isVirtual = (index: number) => virtualSets(names, index) !== null;
  const shared = problem.rooms.filter(
    ({ id, shareable }, index) => id !== noRoomId && (shareable ?? 1) > 1 && !isVirtual(index),
  ).length;
  const stays = left.has(softLocks) ? problem.data.events.filter(({ stay }) => stay !== undefined).length : 0;
  const lost: readonly Loss[] = [
    ...ruleLosses('rule', new Map([...left].filter(([kind]) => kind !== softLocks))),
    { what: 'stays', count: stays },
    { what: 'off', count: problem.data.rules.filter(({ enabled }) => enabled === false).length },
    { what: 'overlaps', count: problem.resources.filter(({ kind }) => kind === 'overlap').length },
    { what: 'ownStudents', count: problem.data.students.length },
    { what: 'roomless', count: several },
    { what: 'sharedRooms', count: shared },
  ];
  const mode = warning(
    'fet.modeLost',
    'The days are no longer those of the mode that the file had; it is written as Official.',
    {
      advice: 'Mornings and afternoons need an even number of days, terms as many days each.',
    },
  );
  const remarks = lossRemarks('fet.notWritten', `FET has no word for ${lossWords}; they are not in the file.`, lost);
  return details.modeIsLost ? [mode, ...remarks] : remarks;
}
