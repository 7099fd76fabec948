import { assign } from '../../../domain/operations/changes-of.ts';
import type { Change, OperationLabel } from '../../../domain/operations/operation.ts';
import type { Assignment } from '../../../domain/timetable.ts';
import { assignmentData, unplacedAssignment } from '../../../domain/timetable-data.ts';
import type { EventMove } from '../../../engine/editing/answers.ts';
import type { Placed } from './placement.ts';

/** An edit of a timetable: what it is called and what it changes. */
export interface TimetableEdit {
  readonly label: OperationLabel;
  readonly changes: readonly Change[];
}

function editOf(placed: Placed, label: OperationLabel, moves: readonly EventMove[]): TimetableEdit {
  const rows = moves.flatMap(({ event, assignment }) => {
    const data = placed.problem.events[event];
    return data === undefined ? [] : [assignmentData(placed.problem, data, assignment)];
  });
  return { label, changes: assign(placed.record.id, placed.record.timetable, rows) };
}

function nameOf(placed: Placed, event: number): { readonly subject?: string } {
  const name = placed.problem.events[event]?.name;
  return name === undefined ? {} : { subject: name };
}

/** One event goes to a place, whoever is there. */
export function placeEdit(placed: Placed, move: EventMove): TimetableEdit {
  return editOf(placed, { action: 'place', ...nameOf(placed, move.event) }, [move]);
}

/** All moves of a swap or chain, as one. */
export function chainEdit(placed: Placed, moves: readonly EventMove[]): TimetableEdit {
  const first = moves[0];
  if (first === undefined || moves.length === 1) return first === undefined ? nothing : placeEdit(placed, first);
  return editOf(placed, { action: 'swap', ...nameOf(placed, first.event), count: moves.length }, moves);
}

/** One event goes to a place, and those in the way go to the tray. */
export function displaceEdit(placed: Placed, move: EventMove, inTheWay: readonly number[]): TimetableEdit {
  const moves = [move, ...trayMoves(placed, inTheWay)];
  return editOf(placed, { action: 'place', ...nameOf(placed, move.event), count: moves.length }, moves);
}

/** Events that have a time lose it. */
export function unplaceEdit(placed: Placed, events: readonly number[]): TimetableEdit {
  const moves = trayMoves(placed, events);
  const first = moves[0];
  if (first === undefined) return nothing;
  const label: OperationLabel = { action: 'unplace', ...nameOf(placed, first.event), count: moves.length };
  return editOf(placed, label, moves);
}

function trayMoves({ problem, timetable }: Placed, events: readonly number[]): readonly EventMove[] {
  return events.flatMap((event) => {
    const data = problem.events[event];
    const isPlaced = (timetable.assignments[event]?.time ?? -1) >= 0;
    return data === undefined || !isPlaced ? [] : [{ event, assignment: unplacedAssignment(data) }];
  });
}

export type ChoiceKind = 'rooms' | 'instructors';

/** Another room or instructor at one of the positions; where the event has it at another position, the two trade. */
export function choiceEdit(
  placed: Placed,
  event: number,
  kind: ChoiceKind,
  position: number,
  index: number,
): TimetableEdit {
  const present = placed.timetable.assignments[event];
  if (present === undefined) return nothing;
  const action = kind === 'rooms' ? 'changeRoom' : 'changeInstructor';
  const assignment: Assignment = { ...present, [kind]: withChoice(present[kind], position, index) };
  return editOf(placed, { action, ...nameOf(placed, event) }, [{ event, assignment }]);
}

function withChoice(present: readonly number[], position: number, index: number): readonly number[] {
  const next = [...present];
  const elsewhere = next.indexOf(index);
  if (elsewhere >= 0 && elsewhere !== position) next[elsewhere] = present[position] ?? -1;
  next[position] = index;
  return next;
}

/** All that a local search changed. */
export function fixEdit(placed: Placed, moves: readonly EventMove[]): TimetableEdit {
  if (moves.length === 0) return nothing;
  return editOf(placed, { action: 'fixLocally', count: moves.length }, moves);
}

const nothing: TimetableEdit = { label: { action: 'place' }, changes: [] };
