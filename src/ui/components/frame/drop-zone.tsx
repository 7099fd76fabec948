import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { useText } from '../../text/text.tsx';

/** Takes files dropped anywhere in the window. */
export function DropZone(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const text = useText();
  const [over, setOver] = createSignal(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

  const onDragOver = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    // Leaving the window, not just an element in it.
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    props.onFiles([...(event.dataTransfer?.files ?? [])]);
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
