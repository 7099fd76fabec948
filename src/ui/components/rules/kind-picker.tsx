import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { RuleDefinition } from '../../../domain/constraints/definition.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { offeredKinds, ruleCategories } from '../../state/rules/rule-kinds.ts';
import { useText } from '../../text/text.tsx';

/** Every kind of rule by category, with what a rule of it says; found by any of its words. */
export function KindPicker(props: {
  readonly data: ProblemData;
  readonly onChoose: (definition: RuleDefinition) => void;
}): JSX.Element {
  const text = useText();
  const [search, setSearch] = createSignal('');
  const kinds = createMemo(() => offeredKinds(props.data, search()));
  const of = (category: (typeof ruleCategories)[number]) => kinds().filter((kind) => kind.category === category);
  return (
    <>
      <p class="muted">{text('ruleNewHint')}</p>
      <input
        type="search"
        class="kind-search"
        aria-label={text('ruleNewSearch')}
        placeholder={text('ruleNewSearch')}
        ref={(element) => queueMicrotask(() => element.focus())}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <Show when={kinds().length > 0} fallback={<p>{text('ruleNewNothing')}</p>}>
        <For each={ruleCategories}>
          {(category) => (
            <Show when={of(category).length > 0}>
              <section class="kind-category">
                <h3>{text(`ruleCategory_${category}`)}</h3>
                <ul>
                  <For each={of(category)}>
                    {({ definition, words, example }) => (
                      <li>
                        <button type="button" class="kind" onClick={() => props.onChoose(definition)}>
                          <b>{words.title}</b>
                          <span>{example}</span>
                          <small>{words.doc}</small>
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
          )}
        </For>
      </Show>
    </>
  );
}
