import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { useText } from '../text/text.tsx';
import { Icon } from './icon.tsx';

/** A dialog over the page while `open`; Escape closes it, and the focus returns to where it was. */
export function Modal(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenModal title={props.title} onClose={() => props.onClose()}>
        {props.children}
      </OpenModal>
    </Show>
  );
}

function OpenModal(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const titleId = createUniqueId();
  const before = document.activeElement;
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => dialog?.showModal());
  onCleanup(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={titleId}
      onClose={() => props.onClose()}
      // Heard by the document otherwise, where the commands of the page are.
      on:keydown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id={titleId}>{props.title}</h2>
        <button type="button" class="plain" aria-label={text('close')} onClick={() => dialog?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {props.children}
    </dialog>
  );
}
