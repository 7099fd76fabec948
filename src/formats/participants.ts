import { error } from '../domain/diagnostic.ts';
import type { Problem } from '../domain/problem.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Participant, ProjectContent, WriteOptions } from './format.ts';
import { type Placement, type Placements, placementsOf } from './placements.ts';

export interface NamedParticipant extends Participant {
  readonly name: string;
}

/** Everybody of a kind, in the order of the problem. */
function participantsOf(problem: Problem, kind: Participant['kind']): readonly NamedParticipant[] {
  const { groups, instructors, rooms } = problem.data;
  const list = { group: groups, instructor: instructors, room: rooms }[kind];
  return list.map(({ id, name }) => ({ kind, id, name: name === '' ? id : name }));
}

/** The participant as the problem knows it; fails when the problem has none with this id. */
function findParticipant(problem: Problem, wanted: Participant): Result<NamedParticipant> {
  const found = participantsOf(problem, wanted.kind).find(({ id }) => id === wanted.id);
  if (found !== undefined) return success(found);
  return failure([
    error('write.unknownParticipant', `The project has no ${wanted.kind} "${wanted.id}".`, {
      value: wanted.id,
      advice: 'Choose another one, or write everybody.',
    }),
  ]);
}

/** What of a timetable concerns somebody (or everybody), and who that is. Unplaced events are told of everybody only. */
export interface ChosenPlacements extends Placements {
  /** Those that were asked for; null when everybody is meant. */
  readonly people: readonly NamedParticipant[] | null;
}

/** The placed events of those whom the options name, else those of everybody; see `placementsOf`. */
export function chosenPlacements(
  content: ProjectContent,
  timetableId: string | null,
  { participant, participants }: WriteOptions,
): Result<ChosenPlacements> {
  const placements = placementsOf(content, timetableId);
  if (!placements.ok) return placements;
  const wanted = participants ?? (participant === undefined ? null : [participant]);
  if (wanted === null) return success({ ...placements.value, people: null });
  const { problem, placed } = placements.value;
  const people: NamedParticipant[] = [];
  for (const somebody of wanted) {
    const found = findParticipant(problem, somebody);
    if (!found.ok) return found;
    people.push(found.value);
  }
  const attendedBy = createAttendance(problem, placed);
  const own = new Set(people.flatMap(attendedBy));
  return success({ ...placements.value, placed: placed.filter((item) => own.has(item)), unplaced: [], people });
}

/** Those whom the choice is about, by kind, with the meetings of each; who has none is left out unless asked for. */
export function weeksOfPeople(
  { problem, placed, people }: ChosenPlacements,
  kinds: readonly Participant['kind'][],
): readonly { readonly person: NamedParticipant; readonly own: readonly Placement[] }[] {
  const attendedBy = createAttendance(problem, placed);
  const all = people ?? kinds.flatMap((kind) => participantsOf(problem, kind));
  const weeks = all.map((person) => ({ person, own: attendedBy(person) }));
  return people === null ? weeks.filter(({ own }) => own.length > 0) : weeks;
}

/**
 * Answers which meetings somebody takes part in. A group takes part in what is for it, for groups around it and for groups
 * inside it. The answer is in the order of `placed`.
 */
function createAttendance(
  problem: Problem,
  placed: readonly Placement[],
): (participant: Participant) => readonly Placement[] {
  const order = new Map(placed.map((placement, index) => [placement, index]));
  const indexOfGroup = new Map(problem.groups.map((group) => [group.data.id, group.index]));
  const leavesOf = (id: string) => problem.groups[indexOfGroup.get(id) ?? -1]?.leaves ?? [];
  const byLeaf = new Map<number, Set<Placement>>();
  const byInstructor = new Map<string, Set<Placement>>();
  const byRoom = new Map<string, Set<Placement>>();
  for (const placement of placed) {
    for (const id of placement.event.groupIds) for (const leaf of leavesOf(id)) addTo(byLeaf, leaf, placement);
    for (const id of placement.instructorIds) addTo(byInstructor, id, placement);
    for (const id of placement.roomIds) addTo(byRoom, id, placement);
  }
  return ({ kind, id }) => {
    if (kind === 'instructor') return [...(byInstructor.get(id) ?? [])];
    if (kind === 'room') return [...(byRoom.get(id) ?? [])];
    const own = new Set(leavesOf(id).flatMap((leaf) => [...(byLeaf.get(leaf) ?? [])]));
    return [...own].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };
}

function addTo<Key>(map: Map<Key, Set<Placement>>, key: Key, placement: Placement): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([placement]));
  else set.add(placement);
}
