import { type JSX, Show } from 'solid-js';
import { useText } from '../../text/text.tsx';

/** A label, its field, what is allowed, and what is wrong with it. */
export function Field(props: {
  readonly label: string;
  /** Of the control, for its label; absent where the control is a group with a name of its own. */
  readonly control?: string;
  readonly hint?: string;
  readonly fault: string | null;
  readonly faultId: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  return (
    <div class="field" data-wrong={props.fault === null ? undefined : ''}>
      <Show when={props.control} fallback={<span class="field-label">{props.label}</span>}>
        {(control) => (
          <label class="field-label" for={control()}>
            {props.label}
          </label>
        )}
      </Show>
      {props.children}
      {/* What is wrong takes the line of the hint: nothing below moves away from a press that is under way. */}
      <Show when={props.hint !== undefined && props.hint !== '' && props.fault === null}>
        <small class="field-hint">{props.hint}</small>
      </Show>
      <p class="field-fault" id={props.faultId} aria-live="polite">
        <Show when={props.fault}>
          {(message) => text('ruleFaultSentence', { label: props.label, message: message() })}
        </Show>
      </p>
    </div>
  );
}
