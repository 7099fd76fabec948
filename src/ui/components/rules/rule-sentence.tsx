import { createMemo, For, type JSX } from 'solid-js';
import { definitionOf } from '../../../domain/constraints/registry.ts';
import type { ProblemData, RuleData } from '../../../domain/problem-data.ts';
import { sentenceParts } from '../../../domain/rule-sentence.ts';
import { wording } from '../../state/words/wording.ts';

/** What a rule says, with whom it is about and its limits standing out. */
export function RuleSentence(props: { readonly data: ProblemData; readonly rule: RuleData }): JSX.Element {
  const parts = createMemo(() => {
    const definition = definitionOf(props.rule.kind);
    if (definition === undefined) return [{ kind: 'words' as const, text: props.rule.kind }];
    return sentenceParts(props.data, definition, props.rule, undefined, wording());
  });
  return (
    <span class="sentence">
      <For each={parts()}>
        {(part) => (part.kind === 'words' ? part.text : <b data-part={part.kind}>{part.text}</b>)}
      </For>
    </span>
  );
}
