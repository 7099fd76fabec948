import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { largestWeight } from '../../../domain/problem-data.ts';
import { levelOf, type RuleForm, typedNumber, weightLevels } from '../../state/rules/rule-form.ts';
import { useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { Field } from './field.tsx';

/** Hard, or soft with a weight that can be told in words or as a number. */
export function StrengthField(props: { readonly form: RuleForm }): JSX.Element {
  const text = useText();
  const control = createUniqueId();
  const weight = () => props.form.draft().weight;
  const fault = () => props.form.faultOf('weight');
  const named = () => weightLevels.find((level) => level.weight === weight())?.name ?? '';
  return (
    <div class="strength-field">
      <Field
        label={text('ruleStrengthTitle')}
        hint={text(props.form.draft().hard ? 'ruleHardHint' : 'ruleSoftHint')}
        fault={null}
        faultId={`${control}-strength`}
      >
        <Segmented
          label={text('ruleStrengthTitle')}
          options={[
            { value: 'hard', text: text('ruleIsHard') },
            { value: 'soft', text: text('ruleIsSoft') },
          ]}
          value={props.form.draft().hard ? 'hard' : 'soft'}
          onChoose={(value) => props.form.set(value === 'hard' ? { hard: true } : softened(weight()), 'weight')}
        />
      </Field>
      <Show when={!props.form.draft().hard}>
        <Field
          label={text('ruleWeight')}
          control={control}
          hint={text('ruleRange', { min: 1, max: largestWeight, unit: '' })}
          fault={fault()}
          faultId={`${control}-fault`}
        >
          <span class="with-unit">
            <input
              id={control}
              type="number"
              inputmode="numeric"
              min={1}
              max={largestWeight}
              value={String(weight())}
              aria-invalid={fault() !== null}
              aria-describedby={`${control}-fault`}
              // A text that is no number stays in the field, and is refused beside it.
              onChange={(event) =>
                props.form.set({ weight: typedNumber(event.currentTarget.value) as number }, 'weight')
              }
            />
            <select
              aria-label={text('ruleWeightLevel')}
              onChange={(event) => props.form.set({ weight: Number(event.currentTarget.value) }, 'weight')}
            >
              <Show when={named() === ''}>
                <option value={String(weight())} selected>
                  {text(`weightLevel_${levelOf(weight())}`)}
                </option>
              </Show>
              <For each={weightLevels}>
                {(level) => (
                  <option value={level.weight} selected={level.name === named()}>
                    {text(`weightLevel_${level.name}`)} ({level.weight})
                  </option>
                )}
              </For>
            </select>
          </span>
        </Field>
      </Show>
    </div>
  );
}

/** A hard rule may have been stored with a weight that no soft one can have. */
function softened(weight: number): { readonly hard: false; readonly weight: number } {
  return { hard: false, weight: weight >= 1 && weight <= largestWeight ? weight : 1 };
}
