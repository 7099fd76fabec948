import { type Diagnostic, warning } from '../../domain/diagnostic.ts';
import type { RuleData, SlotSelection } from '../../domain/problem-data.ts';
import type { Itc2019Calendar } from '../itc2019/calendar.ts';
import type { UnitimeClass, UnitimeFile, UnitimeRoom, UnitimeSharing } from './file.ts';

/**
 * When rooms cannot be used, as hard rules. Slots kept for a department are closed to the others: that is a rule where all
 * classes that may be in the room are of one department; slots that only some of them may use are counted in a warning.
 */
export function closedRooms(
  file: UnitimeFile,
  classes: readonly UnitimeClass[],
  calendar: Itc2019Calendar,
  remarks: Diagnostic[],
): RuleData[] {
  const departmentsOf = new Map<string, Set<string | null>>();
  for (const { rooms, department } of classes) {
    for (const { id } of rooms) departmentsOf.set(id, (departmentsOf.get(id) ?? new Set()).add(department));
  }
  let mixed = 0;
  const rules = file.rooms.flatMap((room): RuleData[] => {
    if (room.sharing === null || !room.isLimited) return [];
    const departments = departmentsOf.get(room.id) ?? new Set();
    const { slots, isMixed } = closedSlots(room.sharing, departments, file, calendar);
    if (isMixed) mixed++;
    return slots.length === 0 ? [] : [closedRule(room, slots)];
  });
  if (mixed > 0) {
    const message = 'Some rooms are kept for one department at times at which another one may not use them.';
    const advice = 'Such times are not enforced; times at which nobody may use a room are.';
    remarks.push(warning('unitime.sharing', message, { value: mixed, advice }));
  }
  return rules;
}

function closedRule({ id }: UnitimeRoom, slots: readonly SlotSelection[]): RuleData {
  const scope = { of: 'rooms' as const, ids: [id] };
  return { id: `unavailable-${id}`, kind: 'unavailable', scope, params: { slots }, hard: true, weight: 1 };
}

function closedSlots(
  { pattern, unit, notAvailable, departments }: UnitimeSharing,
  wanted: ReadonlySet<string | null>,
  { dayCount, slotsPerDay }: UnitimeFile,
  calendar: Itc2019Calendar,
): { readonly slots: SlotSelection[]; readonly isMixed: boolean } {
  let isMixed = false;
  const isClosed = (character: string) => {
    if (character === notAvailable && character !== '') return true;
    const owner = departments.get(character);
    if (owner === undefined || (wanted.size === 1 && wanted.has(owner))) return false;
    if (wanted.has(owner)) isMixed = true;
    return !wanted.has(owner);
  };
  const unitsOfDay = Math.ceil(slotsPerDay / unit);
  const closedOn = new Map<number, Set<number>>();
  const length = Math.min(pattern.length, dayCount * unitsOfDay);
  for (let at = 0; at < length; at++) {
    if (!isClosed(pattern[at] ?? '')) continue;
    const day = Math.floor(at / unitsOfDay);
    const closed = closedOn.get(day) ?? new Set();
    closedOn.set(day, closed);
    for (const slot of calendar.slotsIn({ start: (at % unitsOfDay) * unit, length: unit })) closed.add(slot);
  }
  const slots = [...closedOn].flatMap(([day, closed]): SlotSelection[] =>
    closed.size === 0 ? [] : [{ day: String(day), slots: [...closed].sort((a, b) => a - b) }],
  );
  return { slots, isMixed };
}
