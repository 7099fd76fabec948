import { createMemo, For, type JSX, Show } from 'solid-js';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { everybody, tagsOfRules } from '../../state/rules/name-options.ts';
import { everyRule, type RuleGrouping, strengthFilters, titleOf } from '../../state/rules/rule-list.ts';
import type { RulesPageState } from '../../state/rules/rules-page.ts';
import { useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { NameInput } from './name-input.tsx';

const groupings: readonly RuleGrouping[] = ['kind', 'whom'];

/** Which rules are shown, and how they stand together. */
export function RulesFilters(props: { readonly data: ProblemData; readonly page: RulesPageState }): JSX.Element {
  const text = useText();
  const kinds = createMemo(() => {
    const titles = new Map(props.data.rules.map((rule) => [rule.kind, titleOf(rule)]));
    return [...titles].sort((a, b) => a[1].localeCompare(b[1]));
  });
  const tags = createMemo(() => tagsOfRules(props.data));
  const people = createMemo(() => everybody(props.data, (of) => text(`ruleOf_${of}`)));
  const whom = () => {
    const chosen = props.page.filter().whom;
    return chosen === '' ? '' : (people().find(({ key }) => key === chosen)?.label ?? '');
  };
  const isFiltered = () => JSON.stringify(props.page.filter()) !== JSON.stringify(everyRule);
  return (
    <search class="rules-filters" aria-label={text('rulesFilters')}>
      <input
        type="search"
        aria-label={text('rulesSearch')}
        placeholder={text('rulesSearch')}
        value={props.page.filter().words}
        onInput={(event) => props.page.setFilter({ words: event.currentTarget.value })}
      />
      <select
        aria-label={text('rulesFilterKind')}
        onChange={(event) => props.page.setFilter({ kind: event.currentTarget.value })}
      >
        <option value="" selected={props.page.filter().kind === ''}>
          {text('rulesFilterKindAll')}
        </option>
        <For each={kinds()}>
          {([kind, title]) => (
            <option value={kind} selected={kind === props.page.filter().kind}>
              {title}
            </option>
          )}
        </For>
      </select>
      <NameInput
        label={text('rulesFilterWhom')}
        placeholder={text('rulesFilterWhomAll')}
        options={people}
        value={whom()}
        onChoose={(key) => props.page.setFilter({ whom: key })}
        onUnknown={(typed) => {
          if (typed === '') props.page.setFilter({ whom: '' });
        }}
      />
      <Show when={tags().length > 0}>
        <select
          aria-label={text('rulesFilterTag')}
          onChange={(event) => props.page.setFilter({ tag: event.currentTarget.value })}
        >
          <option value="" selected={props.page.filter().tag === ''}>
            {text('rulesFilterTagAll')}
          </option>
          <For each={tags()}>
            {(tag) => (
              <option value={tag} selected={tag === props.page.filter().tag}>
                {tag}
              </option>
            )}
          </For>
        </select>
      </Show>
      <Segmented
        label={text('rulesFilterStrength')}
        options={strengthFilters.map((value) => ({ value, text: text(`rulesStrength_${value}`) }))}
        value={props.page.filter().strength}
        onChoose={(strength) => props.page.setFilter({ strength })}
      />
      <span class="grow" />
      <span class="grouping">
        <span class="muted" aria-hidden="true">
          {text('rulesGroup')}
        </span>
        <Segmented
          label={text('rulesGroup')}
          options={groupings.map((value) => ({ value, text: text(`rulesGroup_${value}`) }))}
          value={props.page.grouping()}
          onChoose={(by) => props.page.setGrouping(by)}
        />
      </span>
      <Show when={isFiltered()}>
        <button type="button" class="plain" onClick={() => props.page.setFilter(everyRule)}>
          {text('rulesClear')}
        </button>
      </Show>
    </search>
  );
}
