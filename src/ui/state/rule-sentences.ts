import type { ParamSpec } from '../../domain/constraints/params.ts';
import type { Problem, Rule } from '../../domain/problem.ts';
import type { ProblemData, Scope, SlotSelection } from '../../domain/problem-data.ts';
import type { Translate } from '../text/text.tsx';

/** Rules of one kind, strength and parameters, told together: "Minimum days: c0001, c0002 …; 4 days — soft, weight 5". */
export interface RuleSentence {
  readonly title: string;
  readonly doc: string;
  readonly params: string;
  readonly scopes: readonly string[];
  readonly strength: string;
  readonly hard: boolean;
  readonly count: number;
}

export function ruleSentences(problem: Problem, text: Translate): readonly RuleSentence[] {
  const sentences = new Map<string, RuleSentence & { scopes: string[]; count: number }>();
  const names = namesById(problem.data);
  for (const rule of problem.rules) {
    const params = paramsText(problem, rule, text);
    const strength = rule.hard ? text('ruleHard') : text('ruleSoft', { weight: rule.weight });
    const key = `${rule.data.kind}\n${params}\n${strength}`;
    const known = sentences.get(key);
    const scope = scopeText(rule.data.scope, names, text);
    if (known === undefined) {
      const { title, doc } = rule.definition;
      sentences.set(key, { title, doc, params, scopes: [scope], strength, hard: rule.hard, count: 1 });
    } else {
      known.scopes.push(scope);
      (known as { count: number }).count++;
    }
  }
  // What holds for everybody stands before what is told of each one.
  const told = new Map<string, number>();
  for (const { title } of sentences.values()) told.set(title, (told.get(title) ?? 0) + 1);
  const often = ({ title }: RuleSentence) => told.get(title) ?? 0;
  return [...sentences.values()].sort((a, b) => often(a) - often(b));
}

function scopeText(scope: Scope, names: ReadonlyMap<string, string>, text: Translate): string {
  const called = (ids: readonly string[]) => ids.map((id) => names.get(`${scope.of} ${id}`) ?? id).join(', ');
  const except = scope.except?.length ? text('ruleExcept', { names: called(scope.except) }) : '';
  const of = text(`ruleOf_${scope.of}`);
  if (scope.ids?.length) return called(scope.ids) + except;
  if (scope.tags?.length) return `${of} ${text('ruleTagged', { tags: scope.tags.join(', ') })}${except}`;
  return `${text('ruleAll')} ${of}${except}`;
}

function namesById(data: ProblemData): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const course of data.courses) names.set(`courses ${course.id}`, course.name);
  for (const group of data.groups) names.set(`groups ${group.id}`, group.name);
  for (const room of data.rooms) names.set(`rooms ${room.id}`, room.name);
  for (const instructor of data.instructors) names.set(`instructors ${instructor.id}`, instructor.name);
  return names;
}

function paramsText(problem: Problem, rule: Rule, text: Translate): string {
  const parts = Object.entries(rule.definition.params)
    .map(([name, spec]) => paramText(problem, spec, rule.params[name], text))
    .filter((part) => part !== '');
  return parts.join('; ');
}

function paramText(problem: Problem, spec: ParamSpec, value: unknown, text: Translate): string {
  const { slots } = problem.data.calendar;
  switch (spec.type) {
    case 'integer':
      return `${spec.label} ${String(value)}${spec.unit === '' ? '' : ` ${spec.unit}`}`;
    case 'boolean':
      return `${spec.label}: ${value === true ? text('ruleYes') : text('ruleNo')}`;
    case 'slotRange': {
      const { from, to } = value as { readonly from: number; readonly to: number };
      return `${spec.label} ${slots[from]?.start ?? from}–${slots[to - 1]?.end ?? to}`;
    }
    case 'slots':
      return slotsText(problem, value as readonly SlotSelection[]);
    case 'placements':
      return text('ruleReference', { label: spec.label, count: (value as readonly unknown[]).length });
    case 'ids':
      return (value as readonly string[]).join(', ');
  }
}

function slotsText(problem: Problem, selections: readonly SlotSelection[]): string {
  const { days, slots } = problem.data.calendar;
  const clock = ([first, last]: readonly [number, number]) =>
    `${slots[first]?.start ?? first}–${slots[last]?.end ?? last}`;
  return selections
    .map((selection) => {
      const day = days.find((candidate) => candidate.id === selection.day)?.name ?? selection.day;
      const whole = selection.slots.length === slots.length;
      return whole ? day : `${day} ${stretches(selection.slots).map(clock).join(', ')}`;
    })
    .join('; ');
}

/** Runs of consecutive slots as [first, last]. */
function stretches(slots: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const slot of slots.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && slot <= last[1] + 1) last[1] = slot;
    else found.push([slot, slot]);
  }
  return found;
}
