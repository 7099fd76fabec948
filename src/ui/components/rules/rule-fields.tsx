import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { definitionOf } from '../../../domain/constraints/registry.ts';
import type { ProblemData } from '../../../domain/problem-data.ts';
import { wordsOfParam } from '../../../domain/wording/rule-words.ts';
import type { RuleForm } from '../../state/rules/rule-form.ts';
import { wording } from '../../state/words/wording.ts';
import { useText } from '../../text/text.tsx';
import { Field } from './field.tsx';
import { ParamField } from './param-field.tsx';
import { ScopeField } from './scope-field.tsx';
import { StrengthField } from './strength-field.tsx';

/** Every field of a rule, as its kind defines them. */
export function RuleFields(props: { readonly form: RuleForm; readonly data: ProblemData }): JSX.Element {
  const text = useText();
  const note = createUniqueId();
  const kind = () => props.form.draft().kind;
  const fault = () => props.form.faultOf('kind');
  return (
    <div class="rule-fields">
      <Show when={fault()}>
        {(message) => (
          <p class="field-fault">{text('ruleFaultSentence', { label: text('rulesKind'), message: message() })}</p>
        )}
      </Show>
      <Show when={definitionOf(kind())}>
        {(definition) => (
          <>
            <ScopeField definition={definition()} form={props.form} data={props.data} />
            <For each={Object.keys(definition().params)}>
              {(name) => (
                <Show when={definition().params[name]}>
                  {(spec) => (
                    <ParamField
                      name={name}
                      spec={{ ...spec(), ...wordsOfParam(definition(), name, wording()) }}
                      form={props.form}
                      data={props.data}
                    />
                  )}
                </Show>
              )}
            </For>
          </>
        )}
      </Show>
      <StrengthField form={props.form} />
      <label class="check-field">
        <input
          type="checkbox"
          checked={props.form.draft().enabled !== false}
          onChange={(event) => props.form.setEnabled(event.currentTarget.checked)}
        />
        <span>
          {text('ruleOnTitle')} <small class="field-hint">{text('ruleOnHint')}</small>
        </span>
      </label>
      <Field label={text('rulesNote')} control={note} fault={null} faultId={`${note}-fault`}>
        <textarea
          id={note}
          rows={2}
          maxLength={2000}
          placeholder={text('ruleNotePlaceholder')}
          value={props.form.draft().note ?? ''}
          onChange={(event) => props.form.setNote(event.currentTarget.value)}
        />
      </Field>
    </div>
  );
}
