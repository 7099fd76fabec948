import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { ViewItem } from '../../state/timetable/view.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

const mostShown = 100;

/** Chooses one of many by name: a button that opens a searched list, and steps to the neighbours. */
export function ResourcePicker(props: {
  readonly items: readonly ViewItem[];
  readonly selected: ViewItem | null;
  readonly label: string;
  readonly onChoose: (item: ViewItem) => void;
}): JSX.Element {
  const text = useText();
  const listId = createUniqueId();
  const [search, setSearch] = createSignal('');
  const [at, setAt] = createSignal(0);
  let menu: HTMLDetailsElement | undefined;
  let input: HTMLInputElement | undefined;

  const found = createMemo(() => {
    const words = search().toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const matches = (item: ViewItem) => {
      const name = `${item.name} ${item.id}`.toLocaleLowerCase();
      return words.every((word) => name.includes(word));
    };
    return props.items.filter(matches).slice(0, mostShown);
  });
  const position = () => props.items.findIndex((item) => item.id === props.selected?.id);
  const step = (by: number) => {
    const item = props.items[position() + by];
    if (item !== undefined) props.onChoose(item);
  };
  /** The focus would be in what is hidden then. */
  const close = () => {
    if (menu !== undefined) menu.open = false;
    menu?.querySelector('summary')?.focus();
  };
  const choose = (item: ViewItem | undefined) => {
    if (item === undefined) return;
    close();
    props.onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(found().length - 1, at() + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at() - 1));
    else if (event.key === 'Enter') choose(found()[at()]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };

  return (
    <div class="picker">
      <button
        type="button"
        class="plain"
        aria-label={text('pickerPrevious')}
        disabled={position() <= 0}
        onClick={() => step(-1)}
      >
        <Icon name="arrowLeft" />
      </button>
      <details
        class="menu"
        ref={menu}
        onToggle={(event) => {
          if (!event.currentTarget.open) return;
          setSearch('');
          setAt(Math.max(0, Math.min(mostShown - 1, position())));
          input?.focus();
        }}
        onFocusOut={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Node && !event.currentTarget.contains(next)) event.currentTarget.open = false;
        }}
      >
        <summary aria-label={props.label} title={props.selected?.name}>
          <span class="ellipsis" dir="auto">
            {props.selected?.name ?? text('none')}
          </span>
        </summary>
        <div class="menu-items picker-items">
          <input
            ref={input}
            type="search"
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-label={text('pickerSearch')}
            aria-activedescendant={`${listId}-${at()}`}
            placeholder={text('pickerSearch')}
            value={search()}
            onInput={(event) => {
              setSearch(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <Show when={found().length > 0} fallback={<p class="muted">{text('pickerNothing')}</p>}>
            <div role="listbox" id={listId} aria-label={props.label} class="picker-list">
              <For each={found()}>
                {(item, index) => (
                  <button
                    type="button"
                    role="option"
                    tabindex="-1"
                    id={`${listId}-${index()}`}
                    aria-selected={at() === index()}
                    onClick={() => choose(item)}
                  >
                    {item.name}
                  </button>
                )}
              </For>
            </div>
          </Show>
        </div>
      </details>
      <button
        type="button"
        class="plain"
        aria-label={text('pickerNext')}
        disabled={position() >= props.items.length - 1}
        onClick={() => step(1)}
      >
        <Icon name="arrowRight" />
      </button>
    </div>
  );
}
