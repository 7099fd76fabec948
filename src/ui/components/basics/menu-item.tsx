import type { JSX } from 'solid-js';

/** An entry of a menu with what it does in a few words. */
export function MenuItem(props: {
  readonly title: string;
  readonly hint: string;
  readonly run: () => void;
}): JSX.Element {
  return (
    <button type="button" onClick={() => props.run()}>
      <span>{props.title}</span>
      <small>{props.hint}</small>
    </button>
  );
}
