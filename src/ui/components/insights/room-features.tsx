import { For, type JSX } from 'solid-js';
import { useText } from '../../text/text.tsx';

/** Features that a room must have, all of them: a menu of checks. */
export function RoomFeatures(props: {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}): JSX.Element {
  const text = useText();
  let menu: HTMLDetailsElement | undefined;
  const toggle = (feature: string, on: boolean) =>
    props.onChoose(props.all.filter((item) => (item === feature ? on : props.chosen.includes(item))));
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu?.open !== true) return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      }}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) event.currentTarget.open = false;
      }}
    >
      <summary aria-label={text('freeFeatures')}>
        {props.chosen.length === 0 ? text('freeAnyFeatures') : text('freeSomeFeatures', { count: props.chosen.length })}
      </summary>
      <div class="menu-items feature-list">
        <For each={props.all}>
          {(feature) => (
            <label class="check">
              <input
                type="checkbox"
                checked={props.chosen.includes(feature)}
                onChange={(event) => toggle(feature, event.currentTarget.checked)}
              />
              {feature}
            </label>
          )}
        </For>
      </div>
    </details>
  );
}
