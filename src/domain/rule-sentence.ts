import type { ParamSpec } from './constraints/params.ts';
import type { Problem, Rule } from './problem.ts';
import type { Scope, SlotSelection } from './problem-data.ts';

const namesShown = 3;

/**
 * A rule instance in one line, in the names of the problem: "Not available: Ada (Monday 08:00–10:00)". Defaults that
 * say nothing ("no slots") are left out.
 */
export function ruleSentence(problem: Problem, rule: Rule): string {
  const params = Object.entries(rule.definition.params)
    .map(([name, spec]) => paramText(problem, spec, rule.params[name]))
    .filter((part) => part !== '')
    .join('; ');
  return `${rule.definition.title}: ${scopeText(problem, rule.data.scope)}${params === '' ? '' : ` (${params})`}`;
}

function scopeText(problem: Problem, scope: Scope): string {
  const called = (ids: readonly string[]) => listed(ids.map((id) => nameOf(problem, scope.of, id)));
  const except = (scope.except ?? []).length === 0 ? '' : ` except ${called(scope.except ?? [])}`;
  if (scope.ids !== undefined && scope.ids.length > 0) return called(scope.ids) + except;
  if (scope.tags !== undefined && scope.tags.length > 0) return `${scope.of} tagged ${listed(scope.tags)}${except}`;
  return `all ${scope.of}${except}`;
}

function nameOf({ data, events }: Problem, of: Scope['of'], id: string): string {
  if (of === 'events') return events.find((event) => event.id === id)?.name ?? id;
  return data[of].find((item) => item.id === id)?.name ?? id;
}

function paramText(problem: Problem, spec: ParamSpec, value: unknown): string {
  const { slots } = problem.data.calendar;
  switch (spec.type) {
    case 'integer':
      return `${spec.label} ${String(value)}${spec.unit === '' ? '' : ` ${spec.unit}`}`;
    case 'boolean':
      return value === true ? spec.label : '';
    case 'slotRange': {
      // `completeParams` has checked the value against the spec; the same below.
      const { from, to } = value as { readonly from: number; readonly to: number };
      return `${spec.label} ${slots[from]?.start ?? from}–${slots[to - 1]?.end ?? to}`;
    }
    case 'slots':
      return slotsText(problem, value as readonly SlotSelection[]);
    case 'ids':
      return listed((value as readonly string[]).map((id) => nameOf(problem, spec.of, id)));
    default:
      // what has no short form is left to the form of the rule
      return '';
  }
}

function slotsText({ data }: Problem, selections: readonly SlotSelection[]): string {
  const { days, slots } = data.calendar;
  const parts = selections.map((selection) => {
    const day = days.find(({ id }) => id === selection.day)?.name ?? selection.day;
    if (selection.slots.length === slots.length) return day;
    const clocks = stretches(selection.slots).map(([first, last]) => `${slots[first]?.start}–${slots[last]?.end}`);
    return `${day} ${clocks.join(', ')}`;
  });
  return parts.join('; ');
}

/** Runs of consecutive slots as [first, last]. */
function stretches(slots: readonly number[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && slot <= last[1] + 1) last[1] = slot;
    else found.push([slot, slot]);
  }
  return found;
}

function listed(names: readonly string[]): string {
  if (names.length > namesShown + 1) {
    return `${names.slice(0, namesShown).join(', ')} and ${names.length - namesShown} others`;
  }
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
