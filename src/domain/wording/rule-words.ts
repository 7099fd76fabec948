import type { RuleDefinition } from '../constraints/definition.ts';
import { english } from './english.ts';
import type { RuleWords, Wording } from './wording.ts';

/** The words of a kind of rule; English ones, which its definition has, where the language knows nothing of it. */
export function wordsOfRule(definition: RuleDefinition, wording: Wording = english): RuleWords {
  return wording.rules?.[definition.id] ?? englishWords(definition);
}

/** Asked for in every sentence of every rule. */
const known = new WeakMap<RuleDefinition, RuleWords>();

function englishWords(definition: RuleDefinition): RuleWords {
  let words = known.get(definition);
  if (words === undefined) {
    words = definitionWords(definition);
    known.set(definition, words);
  }
  return words;
}

/** What a parameter is called, and its unit, which may be empty. */
export function wordsOfParam(
  definition: RuleDefinition,
  name: string,
  wording: Wording = english,
): { readonly label: string; readonly unit: string } {
  const [label = name, unit = ''] = wordsOfRule(definition, wording).params[name] ?? [];
  return { label, unit };
}

function definitionWords({ title, doc, sentence, params, reasons }: RuleDefinition): RuleWords {
  const named = Object.entries(params).map(([name, spec]) => [
    name,
    [spec.label, spec.type === 'integer' ? spec.unit : ''] as const,
  ]);
  return { title, doc, sentence, reasons, params: Object.fromEntries(named) };
}
