import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { NameInput, type NameOption } from './name-input.tsx';

const chipsShown = 60;

/** A list of names, each with a button that takes it out, and a field that adds one. */
export function IdPicker(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly NameOption[];
  readonly chosen: readonly string[];
  /** True when what is typed is added even if it is not among the options: tags. */
  readonly takesNew?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}): JSX.Element {
  const text = useText();
  const [unknown, setUnknown] = createSignal('');
  const labels = createMemo(() => new Map(props.options.map(({ key, label }) => [key, label])));
  const left = createMemo(() => {
    const chosen = new Set(props.chosen);
    return props.options.filter(({ key }) => !chosen.has(key));
  });
  const add = (key: string): void => {
    setUnknown('');
    if (!props.chosen.includes(key)) props.onChange([...props.chosen, key]);
  };
  let picker: HTMLDivElement | undefined;
  const remove = (key: string): void => {
    props.onChange(props.chosen.filter((other) => other !== key));
    picker?.querySelector('input')?.focus();
  };
  return (
    <div class="id-picker" ref={picker}>
      <ul class="chips" aria-label={props.label}>
        <For each={props.chosen.slice(0, chipsShown)} fallback={<li class="muted">{text('rulePickerNobody')}</li>}>
          {(key) => (
            <li class="chip">
              <span>{labels().get(key) ?? key}</span>
              <button
                type="button"
                class="plain"
                aria-label={text('rulePickerRemove', { name: labels().get(key) ?? key })}
                onClick={() => remove(key)}
              >
                <Icon name="close" />
              </button>
            </li>
          )}
        </For>
        <Show when={props.chosen.length > chipsShown}>
          <li class="muted">{text('rulePickerMore', { rest: props.chosen.length - chipsShown })}</li>
        </Show>
      </ul>
      <NameInput
        label={`${props.label}: ${props.placeholder}`}
        placeholder={props.placeholder}
        options={left}
        onChoose={add}
        onUnknown={(typed) => {
          if (typed !== '' && props.takesNew === true) add(typed);
          else setUnknown(typed);
        }}
      />
      <Show when={unknown() !== ''}>
        <p class="field-fault">{text('rulePickerUnknown', { name: unknown() })}</p>
      </Show>
    </div>
  );
}
