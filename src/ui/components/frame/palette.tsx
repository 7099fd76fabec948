import { createEffect, createUniqueId, For, type JSX, onMount, Show } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import type { CommandContext } from '../../commands.ts';
import { createPalette, type PaletteItem } from '../../state/frame/palette.ts';
import { useText } from '../../text/text.tsx';
import { openModal } from '../basics/modal.ts';
import { Shortcut } from '../basics/shortcut.tsx';
import '../../styles/commands.css';

/** Everything that can be done and found, by its name. Open as long as it is there. */
export function PaletteDialog(props: { readonly context: CommandContext; readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const { commands } = useAppState();
  const palette = createPalette(commands.all, props.context, text);
  const listId = createUniqueId();
  const optionId = (position: number) => `${listId}-${position}`;
  let dialog: HTMLDialogElement | undefined;
  onMount(() => openModal(dialog));
  createEffect(() => document.getElementById(optionId(palette.at()))?.scrollIntoView({ block: 'nearest' }));

  const take = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    // First of all, so that the focus is back where it was when the command looks for it.
    dialog?.close();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') palette.move(1);
    else if (event.key === 'ArrowUp') palette.move(-1);
    else if (event.key === 'Enter') take(palette.items()[palette.at()]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} class="palette" aria-label={text('paletteTitle')} onClose={() => props.onClose()}>
      <div class="palette-body">
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-label={text('paletteTitle')}
          aria-activedescendant={palette.items().length === 0 ? undefined : optionId(palette.at())}
          placeholder={text('palettePlaceholder')}
          value={palette.query()}
          onInput={(event) => palette.setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <div role="listbox" id={listId} aria-label={text('paletteTitle')} class="palette-list">
          <For each={palette.items()}>
            {(item, position) => (
              <>
                <Show when={startsGroup(palette.items(), position())}>
                  <div class="palette-group" role="presentation">
                    {text(`commandGroup_${item.group ?? 'help'}`)}
                  </div>
                </Show>
                <button
                  type="button"
                  role="option"
                  tabindex="-1"
                  id={optionId(position())}
                  aria-selected={palette.at() === position()}
                  onPointerMove={() => palette.moveTo(position())}
                  onClick={() => take(item)}
                >
                  <span class="palette-name">
                    {item.name}
                    <Show when={item.detail !== ''}>
                      <span class="palette-detail">{item.detail}</span>
                    </Show>
                  </span>
                  <Shortcut keys={item.keys} />
                  <Show when={item.group === null}>
                    <small>{text(`found_${item.kind}`)}</small>
                  </Show>
                </button>
              </>
            )}
          </For>
        </div>
        <p class="palette-foot">
          <span role="status">
            <Show when={palette.query().trim() !== ''}>
              {palette.items().length === 0 && palette.ready()
                ? text('paletteNothing')
                : text('paletteFound', { count: palette.items().length })}
            </Show>{' '}
            <Show when={!palette.ready()}>{text('palettePreparing')}</Show>
          </span>
          <span class="palette-hint">{text('paletteHint')}</span>
        </p>
      </div>
    </dialog>
  );
}

function startsGroup(items: readonly PaletteItem[], position: number): boolean {
  const group = items[position]?.group ?? null;
  return group !== null && items[position - 1]?.group !== group;
}
