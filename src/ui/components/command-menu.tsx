import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { useAppState } from '../app-state.tsx';
import type { Command, CommandContext } from '../commands.ts';
import { groupsInOrder } from '../state/command-state.ts';
import { ariaShortcut } from '../state/shortcut-text.ts';
import { useText } from '../text/text.tsx';
import { Icon } from './icon.tsx';
import { Shortcut } from './shortcut.tsx';

/** The search and the menu of everything that can be done, in the header of every page. */
export function CommandMenu(props: { readonly context: CommandContext }): JSX.Element {
  const text = useText();
  const { commands } = useAppState();
  const [open, setOpen] = createSignal(false);
  let menu: HTMLDetailsElement | undefined;
  const close = () => {
    if (menu !== undefined) menu.open = false;
  };
  onMount(() => {
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && menu?.contains(event.target) !== true) close();
    };
    document.addEventListener('pointerdown', closeOutside);
    onCleanup(() => document.removeEventListener('pointerdown', closeOutside));
  });
  createEffect(on(() => props.context.path, close));
  const onKeyDown = (event: KeyboardEvent) => {
    if (menu?.open !== true) return;
    if (event.key === 'Escape') {
      close();
      menu.querySelector('summary')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(menu, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <button
        type="button"
        class="search-button"
        aria-label={text('commandSearch')}
        aria-keyshortcuts={ariaShortcut('Mod+k')}
        onClick={() => commands.show('search')}
      >
        <Icon name="search" />
        <span>{text('commandSearch')}</span>
        <Shortcut keys="Mod+k" />
      </button>
      <details
        class="menu command-menu"
        ref={menu}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        onKeyDown={onKeyDown}
        onFocusOut={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Node && !event.currentTarget.contains(next)) close();
        }}
      >
        <summary aria-label={text('menuTitle')} title={text('menuTitle')}>
          <Icon name="menu" />
        </summary>
        <Show when={open()}>
          <Items context={props.context} commands={commands.all()} onTake={close} />
        </Show>
      </details>
    </>
  );
}

/** Those that can be done now, group by group. */
function Items(props: {
  readonly context: CommandContext;
  readonly commands: readonly Command[];
  readonly onTake: () => void;
}): JSX.Element {
  const text = useText();
  const shown = createMemo(() =>
    groupsInOrder(props.commands).filter(({ isEnabled }) => isEnabled?.(props.context) ?? true),
  );
  return (
    <div class="menu-items">
      <For each={shown()}>
        {(command, position) => (
          <>
            <Show when={shown()[position() - 1]?.group !== command.group}>
              <p class="menu-group">{text(`commandGroup_${command.group}`)}</p>
            </Show>
            <button
              type="button"
              onClick={() => {
                props.onTake();
                command.run(props.context);
              }}
            >
              <span>{text(command.title)}</span>
              <Shortcut keys={command.keys?.[0] ?? ''} />
            </button>
          </>
        )}
      </For>
    </div>
  );
}

function step(menu: HTMLDetailsElement, by: number): void {
  const buttons = [...menu.querySelectorAll<HTMLButtonElement>('.menu-items button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons[(Math.max(at, by < 0 ? 0 : -1) + by + buttons.length) % buttons.length]?.focus();
}
