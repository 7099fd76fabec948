import { type Diagnostic, info, warning } from '../../domain/diagnostic.ts';
import type { ForeignRule, GroupData, ProblemData, RuleData } from '../../domain/problem-data.ts';
import { type OpenHours, type Periods, type Rounding, unavailableSlots } from './availability.ts';
import type { EngineInput } from './input.ts';

/** Sections, and inside each its subgroups: students of two subgroups can be taught at the same time. */
export function groupsOf(input: EngineInput): GroupData[] {
  return input.groups.flatMap((group) => [
    { id: group.id, name: group.name, size: group.size },
    ...group.subgroups.map((subgroup) => ({
      id: subgroup.id,
      name: `${group.name} (${subgroup.id})`,
      size: subgroup.size,
      parentId: group.id,
    })),
  ]);
}

/** A hard rule for everybody and every room with hours outside which they are unavailable. */
export function availabilityRules(
  input: EngineInput,
  open: OpenHours,
  rounding: Rounding,
  remarks: Diagnostic[],
): RuleData[] {
  const rules: RuleData[] = [];
  let saturdays = 0;
  const add = (of: 'instructors' | 'rooms' | 'groups', id: string, periods: Periods | null): void => {
    if (periods === null) return;
    if ((periods.get('Saturday')?.length ?? 0) > 0) saturdays++;
    const slots = unavailableSlots(periods, open, rounding);
    if (slots.length === 0) return;
    const closed = slots.reduce((sum, day) => sum + day.slots.length, 0);
    if (closed === (open.to - open.from) * 6) {
      remarks.push(
        warning('scheduleEngine.neverAvailable', '"{id}" is not available in any open hour.', {
          value: id,
          values: { id },
          place: `${of}: availability`,
          advice: 'Correct the hours, or leave "availability" empty for always.',
        }),
      );
    }
    rules.push({
      id: `unavailable-${of}-${id}`,
      kind: 'unavailable',
      scope: { of, ids: [id] },
      params: { slots },
      hard: true,
      weight: 1,
    });
  };
  for (const instructor of input.instructors) add('instructors', instructor.id, instructor.availability);
  for (const room of input.rooms) add('rooms', room.id, room.availability);
  for (const group of input.groups) add('groups', group.id, group.availability);
  if (saturdays > 0) {
    const message =
      '{count|entry is|entries are} available on Saturday, when nobody is taught; those hours were left out.';
    const detail = { value: saturdays, place: 'availability', values: { count: saturdays } };
    remarks.push(info('scheduleEngine.saturday', message, detail));
  }
  return rules;
}

/** Weekly load limits: kept as they stand, since they tell theory from practicals, which rules on load do not. */
export function loadLimits(input: EngineInput, remarks: Diagnostic[]): ProblemData['notEnforced'] {
  const limited = input.instructors.filter((instructor) => instructor.maxLoad !== null);
  if (limited.length === 0) return [];
  remarks.push(
    info(
      'scheduleEngine.maxLoad',
      'The weekly load limits of {count|instructor|instructors} are kept, but not enforced.',
      {
        value: limited.length,
        place: 'maxLoad',
        values: { count: limited.length },
      },
    ),
  );
  const text = JSON.stringify(limited.map(({ id, maxLoad }) => ({ id, maxLoad })));
  const rule: ForeignRule = { format: 'schedule-engine', kind: 'maxLoad', text, count: limited.length };
  return [rule];
}
