import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { RuleData } from '../../../domain/problem-data.ts';
import type { Result } from '../../../domain/result.ts';
import type { Translate } from '../../text/text.tsx';
import type { Notices } from '../frame/notices.ts';
import type { OpenProject } from '../project/project.ts';
import { offerUndo } from '../project/undo-notice.ts';
import { messageText } from '../words/message-text.ts';
import { createRuleEdits } from './rule-edits.ts';
import { type RuleBreaches, type RuleTouches, ruleBreaches, ruleTouches } from './rule-effects.ts';
import {
  everyRule,
  groupedRules,
  type RuleFilter,
  type RuleGroup,
  type RuleGrouping,
  sentenceOf,
  shownRules,
} from './rule-list.ts';

/** A line of the list, named so that it stays the same when the rule changes. */
export type RuleLine = `group ${string}` | `rule ${string}`;

/** The rules of a project as a list that is filtered, grouped and edited. */
export interface RulesPageState {
  readonly filter: Accessor<RuleFilter>;
  setFilter(change: Partial<RuleFilter>): void;
  readonly grouping: Accessor<RuleGrouping>;
  setGrouping(by: RuleGrouping): void;
  readonly shown: Accessor<readonly RuleData[]>;
  readonly lines: Accessor<readonly RuleLine[]>;
  readonly ruleOf: (id: string) => RuleData | undefined;
  readonly groupOf: (key: string) => RuleGroup | undefined;
  readonly touches: Accessor<RuleTouches>;
  /** Null when there is no timetable that has been judged. */
  readonly breaches: Accessor<ReadonlyMap<string, RuleBreaches> | null>;
  /** What was done last, for those who hear the page. */
  readonly said: Accessor<string>;
  add(rule: RuleData): boolean;
  change(rule: RuleData): void;
  duplicate(id: string): string | null;
  remove(id: string): void;
  setEnabled(rules: readonly RuleData[], isOn: boolean): void;
}

export function createRulesPage(project: OpenProject, notices: Notices, text: Translate): RulesPageState {
  const [filter, setFilter] = createSignal<RuleFilter>(everyRule);
  const [grouping, setGrouping] = createSignal<RuleGrouping>('kind');
  const [said, setSaid] = createSignal('');
  const edits = createRuleEdits(project.editor);
  const byId = createMemo(() => new Map(project.data().rules.map((rule) => [rule.id, rule])));
  const shown = createMemo(() => shownRules(project.data(), project.problem(), filter()));
  const groups = createMemo(() =>
    groupedRules(project.data(), shown(), grouping(), (of) => text(`rulesEveryone_${of}`)),
  );
  const groupsByKey = createMemo(() => new Map(groups().map((group) => [group.key, group])));
  const evaluated = project.evaluations.follow(() => project.timetable(undefined));
  const breaches = createMemo(() => {
    const judged = evaluated();
    return judged === null ? null : ruleBreaches(judged);
  });
  const sentence = (rule: RuleData) => sentenceOf(project.data(), rule);
  /** Says what was done, or why nothing was. */
  const told = (result: Result<unknown>, done: string): boolean => {
    if (result.ok) setSaid(done);
    else if (result.diagnostics.length > 0) {
      const cause = messageText(result.diagnostics[0]);
      notices.complain(text('rulesNotApplied', { cause }));
    }
    return result.ok;
  };

  return {
    filter,
    setFilter: (change) => setFilter((known) => ({ ...known, ...change })),
    grouping,
    setGrouping,
    shown,
    lines: createMemo(() =>
      groups().flatMap((group): RuleLine[] => [
        `group ${group.key}`,
        ...group.rules.map((rule): RuleLine => `rule ${rule.id}`),
      ]),
    ),
    ruleOf: (id) => byId().get(id),
    groupOf: (key) => groupsByKey().get(key),
    touches: createMemo(() => ruleTouches(project.problem())),
    breaches,
    said,
    add: (rule) => told(edits.add(rule), text('rulesAdded', { sentence: sentence(rule) })),
    change: (rule) => void told(edits.change(rule), text('rulesChanged', { sentence: sentence(rule) })),
    duplicate(id) {
      const rule = byId().get(id);
      const copy = edits.duplicate(id);
      if (rule !== undefined && copy !== null) setSaid(text('rulesAdded', { sentence: sentence(rule) }));
      return copy;
    },
    remove(id) {
      const rule = byId().get(id);
      if (rule === undefined) return;
      const done = text('rulesRemoved', { sentence: sentence(rule) });
      if (!told(edits.remove(id), done)) return;
      offerUndo(notices, project.editor, project.editor.lastStep(), done, text('undo'));
    },
    setEnabled(rules, isOn) {
      const [first] = rules;
      if (first === undefined) return;
      const what = rules.length === 1 ? sentence(first) : text('rulesMany', { count: rules.length });
      told(edits.setEnabled(rules, isOn), text(isOn ? 'rulesSwitchedOn' : 'rulesSwitchedOff', { sentence: what }));
    },
  };
}
