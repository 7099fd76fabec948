import type { SlotSelection } from '../problem-data.ts';
import type { AssignmentData } from '../timetable.ts';
import type { Values } from '../wording/template.ts';
import type { FaultPhrase } from '../wording/wording.ts';

/** What a parameter may be; form fields, JSON Schema and the check of imported rules are derived from it. */
export type ParamSpec =
  | {
      readonly type: 'integer';
      readonly label: string;
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly default: number;
      /** Whether a larger number (`most`) or a smaller one (`least`) asks for less; absent when neither does. */
      readonly bound?: 'most' | 'least';
    }
  | { readonly type: 'boolean'; readonly label: string; readonly default: boolean }
  | { readonly type: 'slots'; readonly label: string; readonly default: readonly SlotSelection[] }
  | {
      readonly type: 'slotRange';
      readonly label: string;
      readonly default: { readonly from: number; readonly to: number };
    }
  | {
      readonly type: 'ids';
      readonly label: string;
      readonly of: 'rooms' | 'instructors';
      readonly default: readonly string[];
    }
  /** Where events were in another timetable of the problem. */
  | { readonly type: 'placements'; readonly label: string; readonly default: readonly AssignmentData[] };

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

type ValueOf<S extends ParamSpec> = S extends { type: 'integer' }
  ? number
  : S extends { type: 'boolean' }
    ? boolean
    : S extends { type: 'slots' }
      ? readonly SlotSelection[]
      : S extends { type: 'slotRange' }
        ? { readonly from: number; readonly to: number }
        : S extends { type: 'placements' }
          ? readonly AssignmentData[]
          : readonly string[];

/** The completed parameters of a definition, by name. */
export type ParamValues<S extends ParamSpecs> = { readonly [Name in keyof S]: ValueOf<S[Name]> };

export interface ParamProblem {
  readonly name: string;
  readonly value: unknown;
  readonly message: string;
  /** The same, where it can be worded; what is only found in files cannot. */
  readonly fault?: { readonly phrase: FaultPhrase; readonly values: Values };
}

/** Completes missing parameters with their defaults; reports unknown names and values outside the range. */
export function completeParams(
  specs: ParamSpecs,
  given: Readonly<Record<string, unknown>>,
): { readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly ParamProblem[] } {
  const problems: ParamProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = Object.hasOwn(given, name) ? given[name] : spec.default;
    const message = flawOf(spec, value);
    if (message !== null)
      problems.push({
        name,
        value,
        message,
        ...(spec.type === 'integer'
          ? { fault: { phrase: 'fault_whole', values: { min: spec.min, max: spec.max } } }
          : {}),
      });
    values[name] = message === null ? value : spec.default;
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(specs, name))
      problems.push({ name, value: given[name], message: 'is not a parameter of this rule' });
  }
  return { values, problems };
}

function flawOf(spec: ParamSpec, value: unknown): string | null {
  switch (spec.type) {
    case 'integer':
      return Number.isInteger(value) && (value as number) >= spec.min && (value as number) <= spec.max
        ? null
        : `must be a whole number from ${spec.min} to ${spec.max}`;
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'slots':
      return Array.isArray(value) && value.every(isSlotSelection) ? null : 'must be a list of {day, slots}';
    case 'slotRange':
      return isSlotRange(value) ? null : 'must be {from, to} with from before to';
    case 'ids':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? null : 'must be a list of ids';
    case 'placements':
      return Array.isArray(value) && value.every(isPlacement)
        ? null
        : 'must be a list of {eventId, timeId, roomIds, instructorIds}';
  }
}

function isSlotSelection(value: unknown): value is SlotSelection {
  if (typeof value !== 'object' || value === null) return false;
  const { day, slots, weeks } = value as Record<string, unknown>;
  if (weeks !== undefined && !(Array.isArray(weeks) && weeks.every((week) => Number.isInteger(week)))) return false;
  return (
    typeof day === 'string' &&
    Array.isArray(slots) &&
    slots.every((slot) => Number.isInteger(slot) && (slot as number) >= 0)
  );
}

function isPlacement(value: unknown): value is AssignmentData {
  if (typeof value !== 'object' || value === null) return false;
  const { eventId, timeId, roomIds, instructorIds } = value as Record<string, unknown>;
  const areIds = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return (
    typeof eventId === 'string' &&
    (timeId === undefined || typeof timeId === 'string') &&
    areIds(roomIds) &&
    areIds(instructorIds)
  );
}

function isSlotRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to } = value as Record<string, unknown>;
  return Number.isInteger(from) && Number.isInteger(to) && (from as number) >= 0 && (from as number) < (to as number);
}
