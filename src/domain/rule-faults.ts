import { mostMaskedSlots } from './build/calendar.ts';
import type { RuleDefinition } from './constraints/definition.ts';
import { completeParams, type ParamSpecs, type ParamValues } from './constraints/params.ts';
import { definitionOf } from './constraints/registry.ts';
import { isKnown } from './data-names.ts';
import { largestWeight, type ProblemData, type RuleData, type SlotSelection } from './problem-data.ts';

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
export function ruleFaults(data: ProblemData, rule: RuleData): readonly RuleFault[] {
  const definition = definitionOf(rule.kind);
  if (definition === undefined) return [{ field: 'kind', message: 'is not a kind of rule' }];
  const faults: RuleFault[] = [...scopeFaults(data, rule)];
  if (!definition.scopes.includes(rule.scope.of)) {
    faults.push({ field: 'scope', message: `must be about ${definition.scopes.join(', ')}` });
  }
  if (data.calendar.slots.length > mostMaskedSlots && needsShortDays(definition)) {
    faults.push({ field: 'kind', message: `cannot be kept with more than ${mostMaskedSlots} slots a day` });
  }
  const { weight } = rule;
  if (!rule.hard && !(Number.isInteger(weight) && weight >= 1 && weight <= largestWeight)) {
    faults.push({ field: 'weight', message: `must be a whole number from 1 to ${largestWeight}` });
  }
  return [...faults, ...paramFaults(data, definition.params, definition.flaw, rule)];
}

function scopeFaults(data: ProblemData, { scope }: RuleData): RuleFault[] {
  const { of, ids, tags, except = [] } = scope;
  const isEmpty = (ids !== undefined || tags !== undefined) && (ids ?? []).length + (tags ?? []).length === 0;
  if (isEmpty) return [{ field: 'scope', message: 'must name somebody or a tag' }];
  const unknown = [...(ids ?? []), ...except].find((id) => !isKnown(data, of, id));
  return unknown === undefined ? [] : [{ field: 'scope', message: `names “${unknown}”, which is not among the ${of}` }];
}

type Flaw = RuleDefinition['flaw'];

function paramFaults(data: ProblemData, specs: ParamSpecs, flaw: Flaw, rule: RuleData): RuleFault[] {
  const { values, problems } = completeParams(specs, rule.params);
  const faults: RuleFault[] = problems.map(({ name, message }) => ({ field: name, message }));
  for (const [name, spec] of Object.entries(specs)) {
    if (faults.some(({ field }) => field === name) || !Object.hasOwn(rule.params, name)) continue;
    // `completeParams` has found the value to be of its spec's type; the same below.
    const value = values[name];
    if (spec.type === 'slotRange' && (value as typeof spec.default).to > data.calendar.slots.length) {
      faults.push({ field: name, message: 'must end within the day' });
    } else if (spec.type === 'slots' && !(value as typeof spec.default).every((item) => isInCalendar(data, item))) {
      faults.push({ field: name, message: 'must choose slots and weeks of the calendar' });
    } else if (spec.type === 'ids') {
      const unknown = (value as typeof spec.default).find((id) => !isKnown(data, spec.of, id));
      if (unknown !== undefined)
        faults.push({ field: name, message: `names “${unknown}”, which is not among the ${spec.of}` });
    }
  }
  const together = faults.length > 0 ? null : (flaw?.(values as ParamValues<ParamSpecs>) ?? null);
  return together === null ? faults : [{ field: together.name, message: together.message }];
}

function isInCalendar({ calendar }: ProblemData, { day, slots, weeks }: SlotSelection): boolean {
  return (
    calendar.days.some(({ id }) => id === day) &&
    slots.every((slot) => slot < calendar.slots.length) &&
    (weeks === undefined || (weeks.length > 0 && weeks.every((week) => week >= 0 && week < calendar.weekCount)))
  );
}
