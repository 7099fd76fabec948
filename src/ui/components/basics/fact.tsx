import type { JSX } from 'solid-js';

/** A line of a list of facts (`dl`). */
export function Fact(props: { readonly label: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
