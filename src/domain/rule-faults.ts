import { mostMaskedSlots } from './build/calendar.ts';
import type { RuleDefinition } from './constraints/definition.ts';
import { completeParams, type ParamSpecs, type ParamValues } from './constraints/params.ts';
import { definitionOf } from './constraints/registry.ts';
import { isKnown } from './data-names.ts';
import { largestWeight, type ProblemData, type RuleData, type SlotSelection } from './problem-data.ts';
import { english } from './wording/english.ts';
import { say, type Wording } from './wording/wording.ts';

/** What is tabulated over the masks of days. */
const shapeTerms: readonly string[] = ['dayShape', 'weekShape', 'weekTotal', 'weekSpread', 'overnight', 'slotCount'];

/** True when rules of this kind cannot be kept where days have more than 16 slots. */
export function needsShortDays({ measures }: RuleDefinition): boolean {
  return measures.some(({ term }) => shapeTerms.includes(term));
}

/** Why a rule cannot be used as it is, beside the field that is at fault. */
export interface RuleFault {
  /** `kind`, `scope`, `weight`, or the name of a parameter. */
  readonly field: string;
  /** Follows the name of the field: "must be a whole number from 1 to 16". */
  readonly message: string;
}

/**
 * What is wrong with a rule, one fault a field at most; empty when `buildProblem` takes it. That there are no more events
 * in scope than the kind allows is for `buildProblem` to say.
 */
export function ruleFaults(data: ProblemData, rule: RuleData, wording: Wording = english): readonly RuleFault[] {
  const definition = definitionOf(rule.kind);
  if (definition === undefined) return [{ field: 'kind', message: 'is not a kind of rule' }];
  const faults: RuleFault[] = [...scopeFaults(data, rule, wording)];
  if (!definition.scopes.includes(rule.scope.of)) {
    faults.push({ field: 'scope', message: `must be about ${definition.scopes.join(', ')}` });
  }
  if (data.calendar.slots.length > mostMaskedSlots && needsShortDays(definition)) {
    faults.push({ field: 'kind', message: say(wording, 'fault_manySlots', { count: mostMaskedSlots }) });
  }
  const { weight } = rule;
  if (!rule.hard && !(Number.isInteger(weight) && weight >= 1 && weight <= largestWeight)) {
    faults.push({ field: 'weight', message: say(wording, 'fault_whole', { min: 1, max: largestWeight }) });
  }
  return [...faults, ...paramFaults(data, definition, rule, wording)];
}

function scopeFaults(data: ProblemData, { scope }: RuleData, wording: Wording): RuleFault[] {
  const { of, ids, tags, except = [] } = scope;
  const isEmpty = (ids !== undefined || tags !== undefined) && (ids ?? []).length + (tags ?? []).length === 0;
  if (isEmpty) return [{ field: 'scope', message: say(wording, 'fault_nobody') }];
  const unknown = [...(ids ?? []), ...except].find((id) => !isKnown(data, of, id));
  return unknown === undefined ? [] : [{ field: 'scope', message: say(wording, 'fault_unknown', { id: unknown }) }];
}

function paramFaults(
  data: ProblemData,
  { params: specs, flaw }: RuleDefinition,
  rule: RuleData,
  wording: Wording,
): RuleFault[] {
  const { values, problems } = completeParams(specs, rule.params);
  const faults: RuleFault[] = problems.map(({ name, message, fault }) => ({
    field: name,
    message: fault === undefined ? message : say(wording, fault.phrase, fault.values),
  }));
  for (const [name, spec] of Object.entries(specs)) {
    if (faults.some(({ field }) => field === name) || !Object.hasOwn(rule.params, name)) continue;
    // `completeParams` has found the value to be of its spec's type; the same below.
    const value = values[name];
    if (spec.type === 'slotRange' && (value as typeof spec.default).to > data.calendar.slots.length) {
      faults.push({ field: name, message: say(wording, 'fault_dayEnd') });
    } else if (spec.type === 'slots' && !(value as typeof spec.default).every((item) => isInCalendar(data, item))) {
      faults.push({ field: name, message: say(wording, 'fault_calendar') });
    } else if (spec.type === 'ids') {
      const unknown = (value as typeof spec.default).find((id) => !isKnown(data, spec.of, id));
      if (unknown !== undefined) faults.push({ field: name, message: say(wording, 'fault_unknown', { id: unknown }) });
    }
  }
  const together = faults.length > 0 ? null : (flaw?.(values as ParamValues<ParamSpecs>) ?? null);
  return together === null
    ? faults
    : [{ field: together.name, message: say(wording, together.fault, together.values) }];
}

function isInCalendar({ calendar }: ProblemData, { day, slots, weeks }: SlotSelection): boolean {
  return (
    calendar.days.some(({ id }) => id === day) &&
    slots.every((slot) => slot < calendar.slots.length) &&
    (weeks === undefined || (weeks.length > 0 && weeks.every((week) => week >= 0 && week < calendar.weekCount)))
  );
}
