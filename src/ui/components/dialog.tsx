import { type JSX, onMount } from 'solid-js';

/** A modal dialog that is open as long as it is there; Escape closes it. */
export function Dialog(props: {
  readonly onClose: () => void;
  readonly label?: string;
  readonly children: JSX.Element;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
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
