import papa from 'papaparse';
import type { ProblemData, RuleData } from '../../../domain/problem-data.ts';
import type { Translate } from '../../text/text.tsx';
import type { RuleTouches } from './rule-effects.ts';
import { groupedRules, sentenceOf, titleOf } from './rule-list.ts';
import { strengthText, touchText } from './rule-words.ts';

/** A rule as it is printed and signed: everybody is named, and nothing is left to the reader. */
export interface SignedRule {
  readonly number: number;
  readonly kind: string;
  readonly sentence: string;
  readonly strength: string;
  readonly touches: string;
  readonly note: string;
}

/** Rules by kind, numbered through. */
export function signedRules(
  data: ProblemData,
  rules: readonly RuleData[],
  touches: RuleTouches,
  text: Translate,
): readonly SignedRule[] {
  return groupedRules(data, rules, 'kind', () => '')
    .flatMap((group) => group.rules)
    .map((rule, index) => ({
      number: index + 1,
      kind: titleOf(rule),
      sentence: sentenceOf(data, rule, 'all'),
      strength: strengthText(rule, text),
      touches: touchText(touches.get(rule.id), text),
      note: rule.note ?? '',
    }));
}

export function rulesAsCsv(rules: readonly SignedRule[], text: Translate): string {
  const head = [
    text('rulesNumber'),
    text('rulesKind'),
    text('rulesSentence'),
    text('rulesStrength'),
    text('rulesTouches'),
    text('rulesNote'),
  ];
  const rows = rules.map((rule) => [rule.number, rule.kind, rule.sentence, rule.strength, rule.touches, rule.note]);
  // a byte order mark, so that spreadsheets read the letters right; a name may begin like a formula
  return `\ufeff${papa.unparse([head, ...rows], { escapeFormulae: true })}\r\n`;
}

export function rulesAsText(name: string, rules: readonly SignedRule[], text: Translate): string {
  const lines = rules.map((rule) => {
    const remarks = [rule.strength, rule.touches].filter((part) => part !== '').join('; ');
    const note = rule.note === '' ? '' : `\n   ${text('rulesNote')}: ${rule.note}`;
    return `${rule.number}. ${rule.sentence}.\n   ${remarks}${note}`;
  });
  return `${name}\n${text('rulesTitle')}\n\n${lines.join('\n\n')}\n`;
}
