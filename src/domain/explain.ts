import type { Names, Violation } from './constraints/definition.ts';
import type { ParamSpecs, ParamValues } from './constraints/params.ts';
import { createNames } from './names.ts';
import type { Problem, Rule } from './problem.ts';
import { subjectText } from './scope-text.ts';
import { english } from './wording/english.ts';
import { wordsOfRule } from './wording/rule-words.ts';
import { fill, type Values } from './wording/template.ts';
import { say, type Wording } from './wording/wording.ts';

interface Speaker {
  readonly wording: Wording;
  readonly names: Names;
}

const speakerOf = new WeakMap<Problem, Speaker>();
const usualNames = 3;

/** The reason of a violation in one sentence without a full stop, in the names of the problem. */
export function explainViolation(problem: Problem, violation: Violation, wording: Wording = english): string {
  let speaker = speakerOf.get(problem);
  if (speaker === undefined || speaker.wording !== wording) {
    speaker = { wording, names: createNames(problem, wording) };
    speakerOf.set(problem, speaker);
  }
  const rule = problem.rules[violation.rule];
  if (rule === undefined) return explainBasic(problem, violation, speaker);
  return explainRule(problem, rule, violation, speaker);
}

function explainRule(problem: Problem, rule: Rule, violation: Violation, { names, wording }: Speaker): string {
  // `completeParams` has checked the values against the definition's specs.
  const params = rule.params as ParamValues<ParamSpecs>;
  const { use = 'usual', values } = rule.definition.explain?.(violation, { problem, rule, params, names }) ?? {};
  const { reasons } = wordsOfRule(rule.definition, wording);
  const isSet = problem.resources[violation.resource]?.kind === 'set';
  const numbers: Values = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const told: Values = {
    ...numbers,
    who: isSet
      ? subjectText(problem.data, rule.data.scope, 'together', usualNames, wording).text
      : names.resource(violation.resource),
    events: names.events(violation.events),
    day: names.day(violation.dayIndex),
    slots: names.slots(violation.mask),
    amount: violation.amount,
    ...values,
  };
  const template = reasons[use] ?? '';
  const sentence = fill(template, told, wording.language);
  return beginsWithName.test(template) && !(isSet && template.startsWith('{who}')) ? sentence : begun(sentence);
}

/** Names are written as they are: a person called "pe13", a course called "iOS". */
const beginsWithName = /^\{(who|events)\}/;

function explainBasic(problem: Problem, violation: Violation, { names, wording }: Speaker): string {
  const slots = names.slots(violation.mask);
  const day = names.day(violation.dayIndex);
  const when = slots === '' ? day : `${day} ${slots}`;
  const { kind, amount, cost } = violation;
  const course = problem.courses[violation.course ?? -1]?.name ?? '';
  const values: Values = { events: names.events(violation.events), when, amount, cost, course };
  switch (kind) {
    case 'placed':
    case 'closed':
    case 'enrolled':
    case 'eventLimit':
    case 'preference':
      return say(wording, kind, values);
    default:
      return explainClash(problem, violation, values, wording);
  }
}

function explainClash(
  problem: Problem,
  { resource: index, events }: Violation,
  values: Values,
  wording: Wording,
): string {
  const resource = problem.resources[index];
  const capacity = resource?.capacity ?? 1;
  const count = events.length;
  const told = { ...values, who: resource?.name ?? '', count, most: capacity > 1 ? capacity : 0 };
  if (count === 1) return say(wording, 'clash_once', told);
  if (resource?.kind === 'overlap') return say(wording, 'clash_overlap', told);
  return say(wording, resource?.kind === 'room' ? 'clash_room' : 'clash_person', told);
}

function begun(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1);
}
