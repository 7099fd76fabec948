import { type Diagnostic, info } from '../../domain/diagnostic.ts';
import type { UnitimeChoice, UnitimeClass, UnitimeConstraint } from './file.ts';

const types = new Set(['MEET_WITH', 'MEET_WITH_WEEKS']);
/** A preference beyond this is none: prohibited. */
const prohibited = 50;

/** Classes of which some meet together, as they can be timetabled here. */
export interface MetClasses {
  readonly classes: readonly UnitimeClass[];
  /** By class that has the room for all who meet: how many these are. */
  readonly sizeOf: ReadonlyMap<string, number>;
  /** The constraints that are kept that way, once the classes have their times in common. */
  readonly constraints: ReadonlySet<UnitimeConstraint>;
}

/**
 * Classes that must meet together share a room and whoever teaches them. A room here holds one event at a time and so
 * does an instructor; so the first class has them, in a room that all of them may be in and with seats for all, and the others
 * need none. That they are at one time is for rules to say. Where no room is in common, somebody else has placed one of
 * them, or one needs several rooms, nothing of it is done.
 */
export function meetTogether(
  classes: readonly UnitimeClass[],
  constraints: readonly UnitimeConstraint[],
  remarks: Diagnostic[],
): MetClasses {
  const changed = new Map(classes.map((item) => [item.id, item]));
  const sizeOf = new Map<string, number>();
  const done = new Set<UnitimeConstraint>();
  const met = new Set<string>();
  let others = 0;
  for (const constraint of constraints) {
    if (!types.has(constraint.type) || constraint.preference !== 'R') continue;
    const members = [...new Set(constraint.classes)].flatMap((id) => changed.get(id) ?? []);
    const rooms = roomsInCommon(members);
    if (members.length < 2 || rooms === null || members.some(({ id }) => met.has(id))) continue;
    const leader = members.find((item) => item.rooms.length > 0) ?? members[0];
    if (leader === undefined) continue;
    changed.set(leader.id, { ...leader, rooms });
    const limits = members.map(({ limit }) => limit ?? 0);
    sizeOf.set(
      leader.id,
      limits.reduce((sum, limit) => sum + limit, 0),
    );
    const taught = new Set(leader.instructors);
    for (const item of members) {
      met.add(item.id);
      if (item === leader) continue;
      others++;
      const instructors = item.instructors.filter((id) => !taught.has(id));
      for (const id of instructors) taught.add(id);
      changed.set(item.id, { ...item, rooms: [], instructors });
    }
    done.add(constraint);
  }
  if (others > 0) {
    const message = 'Classes meet together: of each such set the first has the room and the instructors of all.';
    remarks.push(info('unitime.together', message, { value: others, advice: 'The others are at its time.' }));
  }
  return { classes: classes.map((item) => changed.get(item.id) ?? item), sizeOf, constraints: done };
}

/** Rooms that all who need one may be in, with what it costs them together; null when they cannot have one in common. */
function roomsInCommon(members: readonly UnitimeClass[]): readonly UnitimeChoice[] | null {
  if (members.some(({ isCommitted, roomCount }) => isCommitted || roomCount > 1)) return null;
  const [first, ...others] = members.filter(({ rooms }) => rooms.length > 0);
  if (first === undefined) return [];
  const common = first.rooms.flatMap((room): UnitimeChoice[] => {
    const same = others.map(({ rooms }) => rooms.find(({ id }) => id === room.id));
    const preferences = [room, ...same].map((choice) => choice?.preference ?? prohibited + 1);
    if (preferences.some((preference) => preference > prohibited)) return [];
    return [{ ...room, preference: preferences.reduce((sum, preference) => sum + preference, 0) }];
  });
  return common.length === 0 ? null : common;
}
