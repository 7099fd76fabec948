import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';

/** A button that lets files be chosen. The field itself is out of sight, and named for those who do not see. */
export function FileButton(props: {
  readonly label: string;
  /** Of the field; that of the button, where absent. */
  readonly name?: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** As in the attribute of the field: what the browser offers first. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  const choose = () => {
    const files = [...(input?.files ?? [])];
    // so that the same file can be chosen again
    if (input !== undefined) input.value = '';
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        tabindex="-1"
        accept={props.accept}
        aria-label={props.name ?? props.label}
        onChange={choose}
      />
      <button
        type="button"
        classList={{ primary: props.primary === true }}
        disabled={props.disabled}
        onClick={() => input?.click()}
      >
        <Icon name="upload" />
        {props.label}
      </button>
    </>
  );
}
