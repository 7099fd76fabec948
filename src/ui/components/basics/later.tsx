import { type JSX, Show } from 'solid-js';
import { createLater } from '../../state/drawing.ts';

/** A part of a page that is drawn in a task of its own, after the parts above it. */
export function Later(props: { readonly children: JSX.Element }): JSX.Element {
  const come = createLater();
  return <Show when={come()}>{props.children}</Show>;
}
