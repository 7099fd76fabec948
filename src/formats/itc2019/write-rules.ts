import type { Problem, Resource, Rule } from '../../domain/problem.ts';
import { xmlElement } from '../xml/xml-text.ts';
import { type Itc2019Kind, itc2019Kinds } from './distributions.ts';

const typeOfKind: ReadonlyMap<string, readonly [type: string, kind: Itc2019Kind]> = new Map(
  Object.entries(itc2019Kinds).map(([type, kind]) => [kind.kind, [type, kind]]),
);

export function isDistribution({ data, definition, params }: Rule): boolean {
  const kind = typeOfKind.get(data.kind)?.[1];
  if (kind === undefined || data.scope.of !== 'events') return false;
  const said = new Set(['penalty', ...(kind.numbers ?? []).map(([name]) => name)]);
  // The format has no words for other parameters, such as days that count as one.
  return Object.entries(definition.params).every(([name, spec]) => said.has(name) || params[name] === spec.default);
}

/** The rules of the project that are distribution constraints, what was kept of a file, and who cannot be in two places. */
export function distributionElements(problem: Problem, minutes: number): string[] {
  const weight = distributionWeight(problem);
  const kept = problem.data.notEnforced.flatMap(({ format, text }) => (format === 'itc2019' ? text.split('\n') : []));
  const numbered = new Map<number, string>();
  const others: string[] = [];
  for (const rule of problem.rules.filter(isDistribution)) {
    const element = elementOf(problem, rule, minutes, weight);
    const number = Number(/^distribution-(\d{1,7})$/.exec(rule.data.id)?.[1] ?? 0);
    if (number > 0 && !numbered.has(number)) numbered.set(number, element);
    else others.push(element);
  }
  const elements: string[] = [];
  for (const [number, element] of [...numbered].sort(([a], [b]) => a - b)) {
    // Numbers that are missing are those of what was kept.
    while (elements.length + 1 < number && kept.length > 0) elements.push(kept.shift() ?? '');
    elements.push(element);
  }
  return [...elements, ...kept, ...others, ...problem.resources.flatMap((resource) => attendees(problem, resource))];
}

/**
 * The number by which the penalties of all distributions are multiplied. Where a penalty is multiplied before a division, the
 * weight of the rule must be just this number; else 1 does.
 */
export function distributionWeight({ rules }: Problem): number {
  const soft = rules.filter((rule) => isDistribution(rule) && !rule.hard);
  const divided = soft.filter(({ data }) => typeOfKind.get(data.kind)?.[1].isDivided === true);
  const weight = divided[0]?.weight ?? 1;
  const fits = divided.every((rule) => rule.weight === weight) && soft.every((rule) => rule.weight % weight === 0);
  return fits ? weight : 1;
}

function elementOf(problem: Problem, rule: Rule, minutes: number, distribution: number): string {
  const { data, events, hard, params, weight } = rule;
  const [name, kind] = typeOfKind.get(data.kind) ?? ['', undefined];
  const numbers = (kind?.numbers ?? []).map(([param, isTime]) => Number(params[param]) / (isTime ? minutes : 1));
  const type = numbers.length === 0 ? name : `${name}(${numbers.join(',')})`;
  const factor = weight / distribution;
  const penalty = kind?.isDivided === true ? Number(params.penalty ?? 1) * factor : factor;
  const strength = hard ? { required: 'true' } : { penalty };
  return xmlElement('distribution', { type, ...strength }, classesOf(problem, events));
}

/** Groups and instructors do not exist in the format: their events have the same attendees. */
function attendees(problem: Problem, { kind, events }: Resource): string[] {
  if ((kind !== 'group' && kind !== 'overlap' && kind !== 'instructor') || events.length < 2) return [];
  return [xmlElement('distribution', { type: 'SameAttendees', required: 'true' }, classesOf(problem, events))];
}

function classesOf(problem: Problem, events: readonly number[]): string[] {
  return events.map((event) => xmlElement('class', { id: problem.events[event]?.id }));
}
