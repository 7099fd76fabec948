import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { useText } from '../../text/text.tsx';

/**
 * Takes files dropped anywhere in the window, but none while a dialog is open: they would lead away from what is half
 * done there. The browser gets none of them in any case, it would leave the app for the file.
 */
export function DropZone(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const [over, setOver] = createSignal(false);
  /** What is dragged, where it is files. */
  const filesOf = (event: DragEvent): DataTransfer | null => {
    if (event.dataTransfer?.types.includes('Files') !== true) return null;
    event.preventDefault();
    return event.dataTransfer;
  };
  const isTaken = () => document.querySelector('dialog[open]') === null;

  const onDragOver = (event: DragEvent) => {
    const dragged = filesOf(event);
    if (dragged === null) return;
    if (isTaken()) setOver(true);
    else dragged.dropEffect = 'none';
  };
  const onDragLeave = (event: DragEvent) => {
    // Leaving the window, not just an element in it.
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    const dropped = filesOf(event);
    if (dropped === null) return;
    setOver(false);
    if (isTaken()) props.onFiles([...dropped.files]);
  };

  onMount(() => {
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    onCleanup(() => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    });
  });

  return (
    <>
      {props.children}
      <Show when={over()}>
        <div class="drop-overlay">
          <strong>{text('dropHere')}</strong>
        </div>
      </Show>
    </>
  );
}
