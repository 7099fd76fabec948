import type { Problem, Rule } from '../../domain/problem.ts';
import type { SlotSelection } from '../../domain/problem-data.ts';
import type { FetNames } from './names.ts';
import { choicesOfRealDays, mostHalves } from './real-days.ts';

/** Exceptions that FET has a word for, and none. */
const allExceptions = [0, 1, 2, 3];

/** The real days of which the rule's slots are both halves, in their order; null when they are something else. */
export function realDaysOf({ params }: Rule, { problem }: FetNames): readonly number[] | null {
  const { days, slots } = problem.data.calendar;
  const chosen = params.slots as readonly SlotSelection[];
  const places = chosen.map(({ day }) => days.findIndex(({ id }) => id === day)).sort((a, b) => a - b);
  const isWhole = chosen.every((entry) => new Set(entry.slots).size === slots.length);
  const areHalves = places.every(
    (place, at) => place >= 0 && (at % 2 === 0 ? place % 2 === 0 : place === (places[at - 1] ?? 0) + 1),
  );
  if (!isWhole || !areHalves || places.length % 2 !== 0 || new Set(places).size !== places.length) return null;
  return places.filter((place) => place % 2 === 0).map((place) => place / 2);
}

/** By teacher, on how many real days both halves may be worked; made once for a project. */
const known = new WeakMap<Problem, ReadonlyMap<number, number>>();

/** Teachers of whom rules say for every choice of real days that not all halves are worked, with their exceptions. */
export function exceptionsOf(names: FetNames): ReadonlyMap<number, number> {
  const found = known.get(names.problem) ?? findExceptions(names);
  known.set(names.problem, found);
  return found;
}

function findExceptions(names: FetNames): ReadonlyMap<number, number> {
  const { problem, mode } = names;
  const exceptions = new Map<number, number>();
  if (mode.name !== 'Mornings_Afternoons') return exceptions;
  const choicesOf = new Map<number, Set<string>>();
  for (const rule of problem.rules) {
    if (!isOfHalves(rule, names)) continue;
    const choice = (realDaysOf(rule, names) ?? []).join();
    for (const teacher of teachersOf(rule, names)) {
      choicesOf.set(teacher, (choicesOf.get(teacher) ?? new Set()).add(choice));
    }
  }
  for (const number of allExceptions) {
    const choices = choicesOfRealDays(problem.data.calendar.days.length / 2, number);
    for (const [teacher, own] of choicesOf) {
      const isSaid = choices.length > 0 && choices.every((days) => own.has(days.join()));
      if (isSaid && !exceptions.has(teacher)) exceptions.set(teacher, number);
    }
  }
  return exceptions;
}

/** True for a rule that follows from what is said of each teacher it is about: in FET it is said of the teacher. */
export function isSaidOfTeachers(rule: Rule, names: FetNames): boolean {
  if (!isOfHalves(rule, names)) return false;
  const exceptions = exceptionsOf(names);
  const realDays = realDaysOf(rule, names)?.length ?? 0;
  return teachersOf(rule, names).every((teacher) => (exceptions.get(teacher) ?? realDays) < realDays);
}

function isOfHalves(rule: Rule, names: FetNames): boolean {
  const { data, hard, params } = rule;
  if (data.kind !== 'maxDaysInSlots' || !hard || data.scope.of !== 'instructors') return false;
  const days = realDaysOf(rule, names);
  return days !== null && days.length > 0 && params.max === mostHalves(days.length);
}

function teachersOf({ resources }: Rule, { problem }: FetNames): readonly number[] {
  return resources.map((resource) => problem.resources[resource]?.ref ?? -1);
}
