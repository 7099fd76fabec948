import type { ResourceKind } from '../../../domain/problem.ts';
import type { RuleData } from '../../../domain/problem-data.ts';
import type { Translate } from '../../text/text.tsx';
import { wholeNumber } from '../words/numbers.ts';
import { listText } from '../words/wording.ts';
import type { RuleTouch } from './rule-effects.ts';
import { levelOf } from './rule-form.ts';

/** "hard"; "soft, weight 5 (matters)"; "switched off (hard)". */
export function strengthText(rule: Pick<RuleData, 'hard' | 'weight' | 'enabled'>, text: Translate): string {
  const strength = rule.hard
    ? text('ruleHard')
    : text('ruleSoftLevel', { weight: rule.weight, level: text(`weightLevel_${levelOf(rule.weight)}`) });
  return rule.enabled === false ? text('ruleOffStrength', { strength }) : strength;
}

/** The same for a column: "weight 5 · matters". */
export function shortStrength(rule: Pick<RuleData, 'hard' | 'weight'>, text: Translate): string {
  if (rule.hard) return text('ruleHard');
  return text('ruleSoftShort', { weight: rule.weight, level: text(`weightLevel_${levelOf(rule.weight)}`) });
}

/** "12 groups, 340 events"; empty for a rule that is switched off. */
export function touchText(touch: RuleTouch | undefined, text: Translate): string {
  if (touch === undefined) return '';
  const parts: string[] = [];
  if (touch.resourceKind !== null && touch.resourceKind !== 'set') {
    parts.push(resourceCount(touch.resources, touch.resourceKind, text));
  }
  parts.push(text('rulesTouchEvents', { count: touch.events, shown: wholeNumber(touch.events) }));
  return listText(parts);
}

/** "3 groups have a rule of their own". */
export function yieldedText({ yielded, resourceKind }: RuleTouch, text: Translate): string {
  if (yielded.length === 0 || resourceKind === null) return '';
  const who = resourceCount(yielded.length, resourceKind, text);
  return text('rulesYielded', { who, count: yielded.length });
}

function resourceCount(count: number, kind: ResourceKind, text: Translate): string {
  return text(`rulesTouch_${kind}`, { count, shown: wholeNumber(count) });
}
