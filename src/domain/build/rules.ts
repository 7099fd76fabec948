import type { RuleDefinition } from '../constraints/definition.ts';
import { completeParams } from '../constraints/params.ts';
import { definitionOf } from '../constraints/registry.ts';
import type { Event, Rule } from '../problem.ts';
import type { ProblemData, RuleData, Scope } from '../problem-data.ts';
import { type Calendar, slotMask } from './calendar.ts';
import type { Groups } from './groups.ts';
import type { Remarks } from './remarks.ts';
import type { Resources } from './resources.ts';

export interface RuleSources {
  readonly data: ProblemData;
  readonly calendar: Calendar;
  readonly groups: Groups;
  readonly built: Resources;
  readonly remarks: Remarks;
}

export const largestWeight = 10_000;

/** Every instance with its definition, parameters and scope; those that cannot be used leave an error. */
export function buildRules(sources: RuleSources): Rule[] {
  const { data, remarks } = sources;
  remarks.indexById(data.rules, 'rules');
  const selector = createSelector(sources);
  const rules: Rule[] = [];
  data.rules.forEach((rule, position) => {
    const place = `rules[${position}]`;
    const definition = definitionOf(rule.kind);
    if (definition === undefined) {
      remarks.error('unknownRule', `There is no rule of the kind "${rule.kind}".`, { value: rule.kind, place });
      return;
    }
    if (!rule.hard) remarks.whole(rule.weight, 1, largestWeight, 'The weight of a soft rule', `${place}.weight`);
    const params = checkedParams(rule, definition, `${place}.params`, sources);
    if (!definition.scopes.includes(rule.scope.of)) {
      remarks.error('ruleScope', `The rule "${definition.title}" cannot be about ${rule.scope.of}.`, {
        value: rule.scope.of,
        place: `${place}.scope.of`,
        advice: `It can be about ${definition.scopes.join(', ')}.`,
      });
      return;
    }
    const chosen = selector(rule.scope, `${place}.scope`);
    const resources = definition.measures.some((measure) => measure.term === 'weekShape')
      ? chosen.resources.filter((resource) => (sources.built.resources[resource]?.events.length ?? 0) > 0)
      : chosen.resources;
    const { hard, weight } = rule;
    rules.push({ index: rules.length, data: rule, definition, hard, weight, params, resources, events: chosen.events });
  });
  return overridden(rules);
}

function checkedParams(
  rule: RuleData,
  definition: RuleDefinition,
  place: string,
  { data, calendar, remarks }: RuleSources,
): Readonly<Record<string, unknown>> {
  const { values, problems } = completeParams(definition.params, rule.params);
  for (const flaw of problems) {
    remarks.error('ruleParameter', `The parameter "${flaw.name}" of "${definition.title}" ${flaw.message}.`, {
      value: flaw.value,
      place: `${place}.${flaw.name}`,
    });
  }
  for (const [name, spec] of Object.entries(definition.params)) {
    if (problems.some((flaw) => flaw.name === name) || !Object.hasOwn(rule.params, name)) continue;
    // `completeParams` has found the value to be of its spec's type.
    if (spec.type === 'slots') {
      for (const selection of values[name] as typeof spec.default) {
        remarks.reference(calendar.indexOfDay, selection.day, 'day', `${place}.${name}`);
        slotMask(selection.slots, calendar, remarks, `${place}.${name}`);
      }
    } else if (spec.type === 'slotRange') {
      slotMask([(values[name] as typeof spec.default).to - 1], calendar, remarks, `${place}.${name}`);
    } else if (spec.type === 'ids') {
      const known = new Map(data[spec.of].map((item, index) => [item.id, index]));
      remarks.references(known, values[name] as readonly string[], spec.of.slice(0, -1), `${place}.${name}`);
    }
  }
  return values;
}

interface Chosen {
  readonly resources: readonly number[];
  readonly events: readonly number[];
}

/** Which resources and events a scope means. Groups stand for their smallest subgroups, courses for their classes. */
function createSelector(sources: RuleSources): (scope: Scope, place: string) => Chosen {
  const { data, built, groups, remarks } = sources;
  const indexOf = new Map(
    (['events', 'courses', 'groups', 'instructors', 'rooms'] as const).map((list) => [
      list,
      new Map(data[list].map((item, index) => [item.id, index])),
    ]),
  );
  return (scope, place) => {
    const known = indexOf.get(scope.of) ?? new Map<string, number>();
    const what = scope.of.slice(0, -1);
    const members = data[scope.of];
    const except = new Set(remarks.references(known, scope.except ?? [], what, `${place}.except`));
    const byId = remarks.references(known, scope.ids ?? [], what, `${place}.ids`);
    const all = scope.ids === undefined && scope.tags === undefined;
    const tags = new Set(scope.tags);
    const tagged = members.flatMap((item, index) =>
      all || (item.tags ?? []).some((tag) => tags.has(tag)) ? [index] : [],
    );
    const chosen = [...new Set([...byId, ...tagged])].filter((index) => !except.has(index));
    switch (scope.of) {
      case 'events':
        return { resources: [], events: chosen };
      case 'courses': {
        const courses = new Set(chosen);
        return {
          resources: resourcesOf(built, 'class', courses),
          events: eventsWhere(built.events, (event) => courses.has(event.course)),
        };
      }
      case 'groups': {
        const leavesOf = (group: number) => groups.groups[group]?.leaves ?? [];
        const spared = new Set([...except].flatMap(leavesOf));
        const leaves = new Set(chosen.flatMap(leavesOf).filter((leaf) => !spared.has(leaf)));
        const attends = (group: number) => groups.groups[group]?.leaves.some((leaf) => leaves.has(leaf)) ?? false;
        return {
          resources: resourcesOf(built, 'group', leaves),
          events: eventsWhere(built.events, (event) => event.groups.some(attends)),
        };
      }
      case 'instructors': {
        const instructors = new Set(chosen);
        return {
          resources: resourcesOf(built, 'instructor', instructors),
          events: eventsWhere(built.events, (event) => event.instructors.some((item) => instructors.has(item.index))),
        };
      }
      case 'rooms': {
        const rooms = new Set(chosen);
        return {
          resources: resourcesOf(built, 'room', rooms),
          events: eventsWhere(built.events, (event) => event.rooms.some((item) => rooms.has(item.index))),
        };
      }
    }
  };
}

function resourcesOf(built: Resources, kind: string, refs: ReadonlySet<number>): number[] {
  return built.resources.flatMap((item) => (item.kind === kind && refs.has(item.ref) ? [item.index] : []));
}

function eventsWhere(events: readonly Event[], wanted: (event: Event) => boolean): number[] {
  return events.filter(wanted).map((event) => event.index);
}

/** For kinds that say so, a resource (or event) keeps only the most particular rules: ids over tags over all. */
function overridden(rules: readonly Rule[]): Rule[] {
  const rank = ({ data: { scope } }: Rule) => (scope.ids !== undefined ? 2 : scope.tags !== undefined ? 1 : 0);
  const best = new Map<string, number>();
  const raise = (key: string, value: number) => best.set(key, Math.max(best.get(key) ?? 0, value));
  for (const rule of rules) {
    for (const resource of rule.resources) raise(`${rule.definition.id}/r${resource}`, rank(rule));
    for (const event of rule.events) raise(`${rule.definition.id}/e${event}`, rank(rule));
  }
  return rules.map((rule) => {
    if (!rule.definition.overrides) return rule;
    const kept = (key: string) => best.get(`${rule.definition.id}/${key}`) === rank(rule);
    return {
      ...rule,
      resources: rule.resources.filter((resource) => kept(`r${resource}`)),
      events: rule.events.filter((event) => kept(`e${event}`)),
    };
  });
}
