import { putItem, removeItems } from '../../../domain/operations/changes-of.ts';
import type { Change, OperationAction } from '../../../domain/operations/operation.ts';
import type { RuleData } from '../../../domain/problem-data.ts';
import { failure, type Result } from '../../../domain/result.ts';
import type { ProjectEditor } from '../project/project-editor.ts';
import { newRuleId } from './rule-kinds.ts';
import { titleOf } from './rule-list.ts';

/** Each of these is one operation, or fails and changes nothing. */
export interface RuleEdits {
  add(rule: RuleData): Result<null>;
  change(rule: RuleData): Result<null>;
  /** The id of the copy, which stands right after the rule; null when there is no such rule any more. */
  duplicate(id: string): string | null;
  remove(id: string): Result<null>;
  setEnabled(rules: readonly RuleData[], isOn: boolean): Result<null>;
}

export function createRuleEdits(editor: ProjectEditor): RuleEdits {
  const apply = (action: OperationAction, rules: readonly RuleData[], changes: readonly Change[]) => {
    const [first] = rules;
    if (first === undefined || changes.length === 0) return failure<null>([]);
    const count = rules.length > 1 ? { count: rules.length } : {};
    return editor.apply({ action, subject: titleOf(first), ...count }, changes);
  };
  const positionOf = (id: string) => editor.data().rules.findIndex((rule) => rule.id === id);

  return {
    add: (rule) => apply('addRule', [rule], [putItem(editor.data(), 'rules', rule)]),
    change: (rule) => apply('changeRule', [rule], [putItem(editor.data(), 'rules', rule)]),
    duplicate(id) {
      const at = positionOf(id);
      const rule = editor.data().rules[at];
      if (rule === undefined) return null;
      const copy = { ...rule, id: newRuleId(editor.data(), rule.kind) };
      const result = apply('addRule', [copy], [putItem(editor.data(), 'rules', copy, at + 1)]);
      return result.ok ? copy.id : null;
    },
    remove(id) {
      const rule = editor.data().rules[positionOf(id)];
      return apply('removeRule', rule === undefined ? [] : [rule], removeItems(editor.data(), 'rules', [id]));
    },
    setEnabled(rules, isOn) {
      const switched = rules
        .filter((rule) => (rule.enabled !== false) !== isOn)
        .map(({ enabled: _, ...rest }): RuleData => (isOn ? rest : { ...rest, enabled: false }));
      return apply(
        'switchRule',
        switched,
        switched.map((rule) => putItem(editor.data(), 'rules', rule)),
      );
    },
  };
}
