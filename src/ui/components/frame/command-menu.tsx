import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import type { Command, CommandContext } from '../../commands.ts';
import { groupsInOrder } from '../../state/frame/command-state.ts';
import { createMenu } from '../../state/frame/menu.ts';
import { ariaShortcut } from '../../state/words/shortcut-text.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { Shortcut } from '../basics/shortcut.tsx';

/** The search and the menu of everything that can be done, in the header of every page. */
export function CommandMenu(props: { readonly context: CommandContext }): JSX.Element {
  const text = useText();
  const { commands } = useAppState();
  const [open, setOpen] = createSignal(false);
  const menu = createMenu();
  createEffect(on(() => props.context.path, menu.leave));
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
        ref={menu.ref}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        onKeyDown={(event) => {
          const { currentTarget, key } = event;
          if (!currentTarget.open || (key !== 'ArrowDown' && key !== 'ArrowUp')) return;
          step(currentTarget, key === 'ArrowDown' ? 1 : -1);
          event.preventDefault();
        }}
        onFocusOut={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Node && !event.currentTarget.contains(next)) menu.leave();
        }}
      >
        <summary aria-label={text('menuTitle')} title={text('menuTitle')}>
          <Icon name="menu" />
        </summary>
        <Show when={open()}>
          <Items context={props.context} commands={commands.all()} onTake={menu.leave} />
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
