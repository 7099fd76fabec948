import { definitionOf } from '../../../domain/constraints/registry.ts';
import { nameIn } from '../../../domain/data-names.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { ProblemData, RuleData, ScopeTarget } from '../../../domain/problem-data.ts';
import { ruleSentence } from '../../../domain/rule-sentence.ts';
import { wordsOfRule } from '../../../domain/wording/rule-words.ts';
import { wording } from '../words/wording.ts';
import { wordsOf } from './rule-kinds.ts';

export type StrengthFilter = 'all' | 'hard' | 'soft' | 'off';
export const strengthFilters: readonly StrengthFilter[] = ['all', 'hard', 'soft', 'off'];

/** Which rules are shown; empty texts mean all. */
export interface RuleFilter {
  readonly words: string;
  readonly kind: string;
  /** `groups g1`: the list and the id of somebody. */
  readonly whom: string;
  readonly strength: StrengthFilter;
  readonly tag: string;
}

export const everyRule: RuleFilter = { words: '', kind: '', whom: '', strength: 'all', tag: '' };

export function shownRules(data: ProblemData, problem: Problem, filter: RuleFilter): readonly RuleData[] {
  const words = wordsOf(filter.words);
  const concerned = filter.whom === '' ? null : rulesAbout(problem, filter.whom);
  return data.rules.filter(
    (rule) =>
      (filter.kind === '' || rule.kind === filter.kind) &&
      isOfStrength(rule, filter.strength) &&
      (filter.tag === '' || rule.scope.tags?.includes(filter.tag) === true) &&
      (concerned === null || concerned.has(rule.id) || isNamed(rule, filter.whom)) &&
      hasWords(data, rule, words),
  );
}

function isOfStrength({ hard, enabled }: RuleData, wanted: StrengthFilter): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'off') return enabled === false;
  return enabled !== false && hard === (wanted === 'hard');
}

function hasWords(data: ProblemData, rule: RuleData, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${titleOf(rule)} ${sentenceOf(data, rule)} ${rule.note ?? ''}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

/** The sentence of a rule, or its kind when there is none of it. */
export function sentenceOf(data: ProblemData, rule: RuleData, most?: 'all'): string {
  const definition = definitionOf(rule.kind);
  return definition === undefined ? rule.kind : ruleSentence(data, definition, rule, most, wording());
}

export function titleOf({ kind }: Pick<RuleData, 'kind'>): string {
  const definition = definitionOf(kind);
  return definition === undefined ? kind : wordsOfRule(definition, wording()).title;
}

/** Also of rules that are switched off, which touch nobody. */
function isNamed({ scope }: RuleData, whom: string): boolean {
  return (scope.ids ?? []).some((id) => `${scope.of} ${id}` === whom);
}

/** Ids of the rules that are measured on somebody, or on an event in which somebody takes part. */
function rulesAbout(problem: Problem, whom: string): ReadonlySet<string> {
  const [list = '', ...rest] = whom.split(' ');
  const id = rest.join(' ');
  const { resources, events } = partOf(problem, list, id);
  return new Set(
    problem.rules
      .filter((rule) =>
        rule.resources.length > 0
          ? rule.resources.some((resource) => resources.has(resource))
          : rule.events.some((event) => events.has(event)),
      )
      .map((rule) => rule.data.id),
  );
}

function partOf(problem: Problem, list: string, id: string) {
  const { groups, instructors, rooms, courses } = problem;
  const group = list === 'groups' ? groups.findIndex(({ data }) => data.id === id) : -1;
  const leaves = new Set(groups[group]?.leaves ?? []);
  const instructor = list === 'instructors' ? instructors.findIndex((item) => item.id === id) : -1;
  const room = list === 'rooms' ? rooms.findIndex((item) => item.id === id) : -1;
  const course = list === 'courses' ? courses.findIndex((item) => item.id === id) : -1;
  const isOwn = ({ kind, ref }: Problem['resources'][number]) =>
    (kind === 'group' && leaves.has(ref)) ||
    (kind === 'instructor' && ref === instructor) ||
    (kind === 'room' && ref === room) ||
    (kind === 'class' && ref === course);
  return {
    resources: new Set(problem.resources.filter(isOwn).map(({ index }) => index)),
    events: new Set(
      problem.events
        .filter(
          (event) =>
            event.course === course ||
            event.instructors.some(({ index }) => index === instructor) ||
            event.groups.some((given) => groups[given]?.leaves.some((leaf) => leaves.has(leaf)) === true),
        )
        .map(({ index }) => index),
    ),
  };
}

export type RuleGrouping = 'kind' | 'whom';

/** Rules that stand together below one heading. */
export interface RuleGroup {
  readonly key: string;
  readonly title: string;
  readonly rules: readonly RuleData[];
}

/** `everyone` names the group of rules about all, tagged or several. */
export function groupedRules(
  data: ProblemData,
  rules: readonly RuleData[],
  by: RuleGrouping,
  everyone: (of: ScopeTarget) => string,
): readonly RuleGroup[] {
  const groups = new Map<string, { title: string; rank: number; rules: RuleData[] }>();
  for (const rule of rules) {
    const { key, title, rank } = by === 'kind' ? kindGroup(rule) : whomGroup(data, rule, everyone);
    const group = groups.get(key) ?? { title, rank, rules: [] };
    groups.set(key, group);
    group.rules.push(rule);
  }
  return [...groups]
    .map(([key, { title, rank, rules: members }]) => ({ key, title, rank, rules: members }))
    .sort((a, b) => a.rank - b.rank || a.title.localeCompare(b.title, undefined, { numeric: true }));
}

function kindGroup(rule: RuleData) {
  return { key: rule.kind, title: titleOf(rule), rank: 0 };
}

function whomGroup(data: ProblemData, { scope }: RuleData, everyone: (of: ScopeTarget) => string) {
  const [id, ...others] = scope.ids ?? [];
  if (id === undefined || others.length > 0) return { key: scope.of, title: everyone(scope.of), rank: 0 };
  return { key: `${scope.of} ${id}`, title: nameIn(data, scope.of, id), rank: 1 };
}

/** Files of FET keep their mode and their details beside the rules, to be written back. */
const noRule = /^(Mode|Details of .+)$/;

/** What is kept of an imported file and is a rule that nobody enforces. */
export function foreignRules({ notEnforced }: Pick<ProblemData, 'notEnforced'>): ProblemData['notEnforced'] {
  return notEnforced.filter(({ format, kind }) => format !== 'fet' || !noRule.test(kind));
}
