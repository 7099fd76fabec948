import { type JSX, Show } from 'solid-js';
import { useText } from '../../text/text.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import '../../styles/dialog.css';

/** A dialog with a heading while `open`. */
export function TitledDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Show when={props.open}>
      <Opened title={props.title} onClose={() => props.onClose()}>
        {props.children}
      </Opened>
    </Show>
  );
}

function Opened(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  return (
    <Dialog label={props.title} onClose={() => props.onClose()}>
      <header class="dialog-head">
        <h2>{props.title}</h2>
        <button type="button" class="plain" aria-label={text('close')} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </header>
      {props.children}
    </Dialog>
  );
}
