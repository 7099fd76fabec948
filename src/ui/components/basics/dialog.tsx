import { type JSX, onCleanup, onMount } from 'solid-js';
import { useText } from '../../text/text.tsx';

/** A modal dialog that is open as long as it is there; Escape closes it, and the focus returns to where it was. */
export function Dialog(props: {
  readonly onClose: () => void;
  readonly label?: string;
  readonly children: JSX.Element;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const before = document.activeElement;
  onMount(() => dialog?.showModal());
  onCleanup(() => {
    // Only when the dialog has gone: until then nothing else takes the focus.
    queueMicrotask(() => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    });
  });
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {props.children}
    </dialog>
  );
}

/** The end of a form in a dialog: leave it, or do what `label` says. */
export function SubmitButtons(props: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const text = useText();
  return (
    <div class="dialog-buttons">
      <button type="button" onClick={() => props.onClose()}>
        {text('cancel')}
      </button>
      <button type="submit" class="primary" disabled={props.disabled === true}>
        {props.label}
      </button>
    </div>
  );
}
