import type { RuleDefinition } from '../constraints/definition.ts';
import { completeParams, type ParamSpec, type ParamSpecs, type ParamValues } from '../constraints/params.ts';
import type { ProblemData, RuleData } from '../problem-data.ts';
import type { AssignmentData } from '../timetable.ts';
import { english } from '../wording/english.ts';
import type { Values } from '../wording/template.ts';
import type { FaultPhrase } from '../wording/wording.ts';
import { say } from '../wording/wording.ts';
import { slotMask, weeksOf } from './calendar.ts';
import type { Remarks } from './remarks.ts';
import type { RuleSources } from './rules.ts';

interface RefusedParam {
  readonly name: string;
  readonly value: unknown;
  /** What is wrong with it, in English. */
  readonly message: string;
  /** The same for other languages. */
  readonly phrase?: FaultPhrase | undefined;
  readonly values?: Values | undefined;
}

/** The parameters of a rule, complete; those that cannot be used leave an error, and their default in their place. */
export function checkedParams(
  rule: RuleData,
  definition: RuleDefinition,
  place: string,
  sources: RuleSources,
): Readonly<Record<string, unknown>> {
  const { values, problems } = completeParams(definition.params, rule.params);
  const refuse = (flaw: RefusedParam) => {
    const { name, value, message, phrase = '' } = flaw;
    sources.remarks.error('ruleParameter', 'The parameter "{param}" of "{title}" {said}.', {
      values: { ...flaw.values, param: name, title: definition.title, rule: rule.kind, said: message, phrase },
      value,
      place: `${place}.${name}`,
    });
  };
  for (const { name, value, message, fault } of problems) {
    refuse({ name, value, message, phrase: fault?.phrase, values: fault?.values });
  }
  // The values are of their specs' types here, given or default.
  const flaw = problems.length > 0 ? null : definition.flaw?.(values as ParamValues<ParamSpecs>);
  if (flaw) {
    const { name, fault: phrase } = flaw;
    refuse({ name, value: values[name], message: say(english, phrase, flaw.values), phrase, values: flaw.values });
  }
  for (const [name, spec] of Object.entries(definition.params)) {
    if (problems.some((flaw) => flaw.name === name) || !Object.hasOwn(rule.params, name)) continue;
    checkReferences(spec, values[name], `${place}.${name}`, sources);
  }
  return values;
}

/** What a parameter names has to be in the problem. `completeParams` has found the value to be of its spec's type. */
function checkReferences(
  spec: ParamSpec,
  value: unknown,
  place: string,
  { data, calendar, remarks }: RuleSources,
): void {
  if (spec.type === 'slots') {
    for (const selection of value as typeof spec.default) {
      remarks.reference(calendar.indexOfDay, selection.day, 'day', place);
      slotMask(selection.slots, calendar.slotCount, remarks, place);
      if (selection.weeks !== undefined) weeksOf(selection.weeks, calendar.weekCount, remarks, place);
    }
  } else if (spec.type === 'slotRange') {
    slotMask([(value as typeof spec.default).to - 1], calendar.slotCount, remarks, place);
  } else if (spec.type === 'ids') {
    const known = new Map(data[spec.of].map((item, index) => [item.id, index]));
    remarks.references(known, value as readonly string[], spec.of.slice(0, -1), place);
  } else if (spec.type === 'placements') {
    checkPlacements(value as typeof spec.default, data, remarks, place);
  }
}

/** A reference may be older than the problem: what it names in vain is told, and does not stop anything. */
function checkPlacements(
  placements: readonly AssignmentData[],
  data: ProblemData,
  remarks: Remarks,
  place: string,
): void {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const [events, rooms, instructors] = [idsOf(data.events), idsOf(data.rooms), idsOf(data.instructors)];
  const strange = placements.filter(
    ({ eventId, roomIds, instructorIds }) =>
      !events.has(eventId) || roomIds.some((id) => !rooms.has(id)) || instructorIds.some((id) => !instructors.has(id)),
  );
  if (strange.length === 0) return;
  const message =
    '{strange} of the {all} placements of the reference name an event, a room or an instructor that is not in the problem.';
  remarks.warning('reference', message, {
    values: { strange: strange.length, all: placements.length },
    value: strange[0]?.eventId,
    place,
  });
}
