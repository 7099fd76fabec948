import type { RuleDefinition } from '../../../domain/constraints/definition.ts';
import { ruleDefinitions } from '../../../domain/constraints/registry.ts';
import type { ProblemData, RuleData } from '../../../domain/problem-data.ts';
import { ruleSentence } from '../../../domain/rule-sentence.ts';
import { wordsOfRule } from '../../../domain/wording/rule-words.ts';
import type { RuleWords } from '../../../domain/wording/wording.ts';
import { wording } from '../words/wording.ts';

/** What a kind looks at, as people look for it; a new kind finds its place by its measure. */
export const ruleCategories = [
  'times',
  'days',
  'weeks',
  'between',
  'rooms',
  'instructors',
  'students',
  'together',
] as const;
export type RuleCategory = (typeof ruleCategories)[number];

type Term = RuleDefinition['measures'][number]['term'];

const categoryOfTerm: Readonly<Record<Term, RuleCategory>> = {
  unaryTime: 'times',
  resourceSlot: 'times',
  dayShape: 'days',
  overnight: 'days',
  weekShape: 'weeks',
  weekTotal: 'weeks',
  weekSpread: 'weeks',
  timePair: 'between',
  unaryRoom: 'rooms',
  roomPair: 'rooms',
  setShape: 'rooms',
  unaryInstructor: 'instructors',
  instructorPair: 'instructors',
  travelPair: 'students',
  attendance: 'students',
  intervals: 'together',
  slotCount: 'together',
  roomChanges: 'days',
};

export function categoryOf({ aboutSet, measures }: RuleDefinition): RuleCategory {
  const term = measures[0]?.term;
  return aboutSet === true || term === undefined ? 'together' : categoryOfTerm[term];
}

/** A kind as it is offered: with what a rule of it says at first. */
export interface OfferedKind {
  readonly definition: RuleDefinition;
  readonly words: RuleWords;
  readonly category: RuleCategory;
  readonly example: string;
}

/** Every kind in the order of the categories; of those with all the words in title, documentation or example. */
export function offeredKinds(data: ProblemData, words: string): readonly OfferedKind[] {
  const wanted = wordsOf(words);
  return ruleDefinitions
    .map((definition) => ({
      definition,
      words: wordsOfRule(definition, wording()),
      category: categoryOf(definition),
      example: ruleSentence(data, definition, newRule(data, definition), undefined, wording()),
    }))
    .filter(({ words: { title, doc }, example }) => {
      const text = `${title} ${doc} ${example}`.toLocaleLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => ruleCategories.indexOf(a.category) - ruleCategories.indexOf(b.category));
}

export function wordsOf(text: string): readonly string[] {
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A soft rule of the kind about everybody, with the defaults of its parameters. */
export function newRule(data: ProblemData, definition: RuleDefinition): RuleData {
  const [of = 'events'] = definition.scopes;
  const params = Object.fromEntries(
    Object.entries(definition.params).map(([name, spec]) => [name, withinDay(data, spec.default)]),
  );
  return { id: newRuleId(data, definition.id), kind: definition.id, scope: { of }, params, hard: false, weight: 1 };
}

/** Default stretches of the day are made to fit a shorter one. */
function withinDay({ calendar }: ProblemData, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('from' in value && 'to' in value)) return value;
  // Of the specs only a stretch of the day has these two.
  const { from, to } = value as { readonly from: number; readonly to: number };
  const end = Math.min(to, Math.max(1, calendar.slots.length));
  return { from: Math.min(from, end - 1), to: end };
}

/** The kind with the first number that no other rule has: `maxDays-2`. */
export function newRuleId({ rules }: ProblemData, kind: string): string {
  const taken = new Set(rules.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = `${kind}-${number}`;
    if (!taken.has(id)) return id;
  }
}
