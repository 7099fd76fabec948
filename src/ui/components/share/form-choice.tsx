import { For, type JSX, Show } from 'solid-js';
import type { ShareForm, ShareGroup } from '../../state/share/share-forms.ts';
import { useText } from '../../text/text.tsx';

const groups: readonly ShareGroup[] = ['people', 'sheets', 'project', 'programs'];

/** All forms by whom they are for; those of other programs than the project's own are folded away. */
export function FormChoice(props: {
  readonly forms: readonly ShareForm[];
  /** Of the project. */
  readonly source: string;
  readonly value: ShareForm;
  readonly onChoose: (form: ShareForm) => void;
}): JSX.Element {
  const text = useText();
  const isNear = (form: ShareForm) => form.source === undefined || form.source === props.source;
  const of = (group: ShareGroup, near: boolean) =>
    props.forms.filter((form) => form.group === group && isNear(form) === near);
  const list = (forms: readonly ShareForm[]) => (
    <ul>
      <For each={forms}>
        {(form) => (
          <li>
            <label class="share-form">
              <input
                type="radio"
                name="share-form"
                checked={form.id === props.value.id}
                onChange={() => props.onChoose(form)}
              />
              <b>{text(form.title)}</b>
              <small>{text(form.hint)}</small>
            </label>
          </li>
        )}
      </For>
    </ul>
  );
  return (
    <For each={groups.filter((group) => props.forms.some((form) => form.group === group))}>
      {(group) => (
        <fieldset class="share-forms">
          <legend>{text(`shareGroup_${group}`)}</legend>
          {list(of(group, true))}
          <Show when={of(group, false).length > 0}>
            <details open={!isNear(props.value)}>
              <summary>{text('shareMorePrograms')}</summary>
              {list(of(group, false))}
            </details>
          </Show>
        </fieldset>
      )}
    </For>
  );
}
