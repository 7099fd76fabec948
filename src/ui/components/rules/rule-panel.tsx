import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { RuleDefinition } from '../../../domain/constraints/definition.ts';
import { definitionOf } from '../../../domain/constraints/registry.ts';
import type { ProblemData, RuleData } from '../../../domain/problem-data.ts';
import { wordsOfRule } from '../../../domain/wording/rule-words.ts';
import { createRuleForm } from '../../state/rules/rule-form.ts';
import { newRule } from '../../state/rules/rule-kinds.ts';
import { titleOf } from '../../state/rules/rule-list.ts';
import { touchText } from '../../state/rules/rule-words.ts';
import type { RulesPageState } from '../../state/rules/rules-page.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { KindPicker } from './kind-picker.tsx';
import { RuleFields } from './rule-fields.tsx';
import { Breaches } from './rule-row.tsx';
import { RuleSentence } from './rule-sentence.tsx';

/** A stored rule beside the list. Every field that is left is an edit of its own, unless something is wrong. */
export function EditPanel(props: {
  readonly data: ProblemData;
  readonly page: RulesPageState;
  readonly rule: RuleData;
  readonly problemsHref: string;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}): JSX.Element {
  const text = useText();
  const form = createRuleForm(
    () => props.data,
    props.rule,
    () => props.rule,
    (rule) => props.page.change(rule),
  );
  return (
    <PanelFrame title={titleOf(props.rule)} onClose={props.onClose}>
      <p class="panel-sentence" data-off={form.draft().enabled === false ? '' : undefined}>
        <RuleSentence data={props.data} rule={form.draft()} />
      </p>
      <Show when={definitionOf(props.rule.kind)}>
        {(definition) => <p class="muted panel-doc">{wordsOfRule(definition(), wording()).doc}</p>}
      </Show>
      <RuleFields form={form} data={props.data} />
      <dl class="facts">
        <div>
          <dt>{text('rulesTouches')}</dt>
          <dd>{touchText(props.page.touches().get(props.rule.id), text) || '–'}</dd>
        </div>
        <div>
          <dt>{text('ruleTestTitle')}</dt>
          <dd>
            <Show when={props.rule.enabled !== false} fallback="–">
              <Breaches page={props.page} rule={props.rule} problemsHref={props.problemsHref} />
            </Show>
          </dd>
        </div>
      </dl>
      <div class="panel-actions">
        <button
          type="button"
          onClick={() => {
            const copy = props.page.duplicate(props.rule.id);
            if (copy !== null) props.onOpen(copy);
          }}
        >
          {text('rulesDuplicate')}
        </button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            props.page.remove(props.rule.id);
            props.onClose();
          }}
        >
          {text('rulesDelete')}
        </button>
      </div>
    </PanelFrame>
  );
}

/** Choose a kind, fill it in, add it: nothing is changed before that. */
export function NewPanel(props: {
  readonly data: ProblemData;
  readonly page: RulesPageState;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}): JSX.Element {
  const text = useText();
  const [kind, setKind] = createSignal<RuleDefinition | null>(null);
  const title = () => {
    const chosen = kind();
    return chosen === null ? text('ruleNewTitle') : titleOf({ kind: chosen.id });
  };
  return (
    <PanelFrame title={title()} onClose={props.onClose}>
      <Show
        when={kind()}
        keyed
        fallback={<KindPicker data={props.data} onChoose={(definition) => setKind(() => definition)} />}
      >
        {(definition) => (
          <NewRule
            data={props.data}
            page={props.page}
            definition={definition}
            onBack={() => setKind(null)}
            onAdded={props.onAdded}
          />
        )}
      </Show>
    </PanelFrame>
  );
}

function NewRule(props: {
  readonly data: ProblemData;
  readonly page: RulesPageState;
  readonly definition: RuleDefinition;
  readonly onBack: () => void;
  readonly onAdded: (id: string) => void;
}): JSX.Element {
  const text = useText();
  const form = createRuleForm(
    () => props.data,
    newRule(props.data, props.definition),
    () => null,
    () => undefined,
  );
  let body: HTMLFormElement | undefined;
  const add = (): void => {
    const rule = form.finished();
    if (rule === null) body?.querySelector<HTMLElement>('[data-wrong] :is(input, select, button)')?.focus();
    else if (props.page.add(rule)) props.onAdded(rule.id);
  };
  return (
    <form
      ref={body}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <p class="panel-sentence">
        <RuleSentence data={props.data} rule={form.draft()} />
      </p>
      <p class="muted panel-doc">{wordsOfRule(props.definition, wording()).doc}</p>
      <RuleFields form={form} data={props.data} />
      <div class="panel-actions">
        <button type="submit" class="primary">
          {text('ruleNewAdd')}
        </button>
        <button type="button" onClick={() => props.onBack()}>
          {text('ruleNewBack')}
        </button>
      </div>
    </form>
  );
}

/** In the place of a rule that is gone: deleted in another tab, or named by an old address. */
export function UnknownPanel(props: { readonly onClose: () => void }): JSX.Element {
  const text = useText();
  return <PanelFrame title={text('ruleUnknown')} onClose={props.onClose} />;
}

function PanelFrame(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children?: JSX.Element;
}): JSX.Element {
  const text = useText();
  let heading: HTMLHeadingElement | undefined;
  // The button that was pressed goes with what is chosen by it.
  createEffect(
    on(
      () => props.title,
      () => queueMicrotask(() => focusUnlessInside(heading)),
    ),
  );
  return (
    <aside
      class="panel rule-panel"
      aria-label={props.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <header>
        <h2 tabindex="-1" ref={heading}>
          {props.title}
        </h2>
        <button type="button" class="plain" aria-label={text('ruleClose')} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </header>
      {props.children}
    </aside>
  );
}

/** A field of the panel that has asked for the focus keeps it. */
function focusUnlessInside(heading: HTMLElement | undefined): void {
  if (heading?.closest('aside')?.contains(document.activeElement) === false) heading.focus();
}
