import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { RuleDefinition } from '../../../domain/constraints/definition.ts';
import type { ProblemData, ScopeTarget } from '../../../domain/problem-data.ts';
import { optionsOf, tagsOf } from '../../state/rules/name-options.ts';
import { modeOf, type RuleForm, scopeModes, withMode } from '../../state/rules/rule-form.ts';
import { useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { Field } from './field.tsx';
import { IdPicker } from './id-picker.tsx';

/** Whom the rule is about: all, all except some, those with a tag, or chosen ones. */
export function ScopeField(props: {
  readonly definition: RuleDefinition;
  readonly form: RuleForm;
  readonly data: ProblemData;
}): JSX.Element {
  const text = useText();
  const control = createUniqueId();
  const scope = () => props.form.draft().scope;
  const mode = () => modeOf(scope());
  const options = createMemo(() => optionsOf(props.data, scope().of));
  const tags = createMemo(() => tagsOf(props.data, scope().of).map((tag) => ({ key: tag, label: tag })));
  // The select offers nothing else.
  const changeList = (of: string) => props.form.setScope(withMode(scope(), mode(), of as ScopeTarget));
  return (
    <Field label={text('ruleScope')} control={control} fault={props.form.faultOf('scope')} faultId={`${control}-fault`}>
      <div class="scope-field">
        <select id={control} onChange={(event) => changeList(event.currentTarget.value)}>
          <For each={props.definition.scopes}>
            {(of) => (
              <option value={of} selected={of === scope().of}>
                {text(`ruleOf_${of}`)}
              </option>
            )}
          </For>
        </select>
        <Segmented
          label={text('ruleScope')}
          options={scopeModes.map((value) => ({ value, text: text(`ruleScopeMode_${value}`) }))}
          value={mode()}
          onChoose={(value) => props.form.setScope(withMode(scope(), value))}
        />
      </div>
      <Show when={scope().tags}>
        {(chosen) => (
          <IdPicker
            label={text('ruleScopeTags')}
            placeholder={text('rulePickerTagAdd')}
            options={tags()}
            chosen={chosen()}
            takesNew
            onChange={(next) => props.form.setScope({ ...scope(), tags: next })}
          />
        )}
      </Show>
      <Show when={scope().ids}>
        {(chosen) => (
          <IdPicker
            label={text('ruleScopeIds')}
            placeholder={text('rulePickerAdd')}
            options={options()}
            chosen={chosen()}
            onChange={(ids) => props.form.setScope({ ...scope(), ids })}
          />
        )}
      </Show>
      <Show when={scope().except}>
        {(chosen) => (
          <IdPicker
            label={text('ruleScopeExcept')}
            placeholder={text('rulePickerAdd')}
            options={options()}
            chosen={chosen()}
            onChange={(except) => props.form.setScope({ ...scope(), except })}
          />
        )}
      </Show>
    </Field>
  );
}
