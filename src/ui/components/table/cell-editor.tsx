import { createMemo, createSignal, createUniqueId, For, type JSX, onMount, Show } from 'solid-js';
import type { ItemLists, ListName } from '../../../domain/operations/operation.ts';
import { useProject } from '../../app-state.tsx';
import type { Column } from '../../state/table/column.ts';
import type { Table } from '../../state/table/create-table.ts';
import type { Step } from '../../state/table/selection.ts';
import { completed, suggestionsFor } from '../../state/table/suggestions.ts';
import { useText } from '../../text/text.tsx';
import { ReasonText } from './reason-text.tsx';

/** The field of the cell that is edited, with names to choose from where the cell takes names. */
export function CellEditor<List extends ListName>(props: {
  readonly table: Table<List>;
  readonly column: Column<ItemLists[List]>;
  readonly onDone: () => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const name = createUniqueId();
  const [chosen, setChosen] = createSignal(-1);
  const [place, setPlace] = createSignal({ left: 0, top: 0, width: 0, isAbove: false });
  let field: HTMLInputElement | undefined;
  const typed = () => props.table.editing()?.text ?? '';
  const reason = () => props.table.editing()?.reason ?? null;
  const suggestions = createMemo(() => suggestionsFor(props.column.kind, typed(), project.data()));
  const hasList = () => suggestions().length > 0;

  onMount(() => {
    if (field === undefined) return;
    const box = field.getBoundingClientRect();
    const isAbove = box.bottom + 240 > window.innerHeight && box.top > 260;
    setPlace({ left: box.left, top: isAbove ? box.top : box.bottom, width: box.width, isAbove });
    field.focus({ preventScroll: true });
    field.setSelectionRange(typed().length, typed().length);
  });

  function finish(then: Step | null): void {
    const suggestion = suggestions()[chosen()];
    if (suggestion !== undefined) props.table.type(completed(props.column.kind, typed(), suggestion));
    setChosen(-1);
    if (props.table.commit(then)) props.onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const count = suggestions().length;
    if (event.key === 'ArrowDown' && count > 0) setChosen((at) => (at + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setChosen((at) => (at <= 0 ? count : at) - 1);
    else if (event.key === 'Enter') finish(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') finish(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Escape') {
      props.table.cancel();
      props.onDone();
    } else return;
    event.preventDefault();
  }

  const choose = (suggestion: string) => {
    props.table.type(completed(props.column.kind, typed(), suggestion));
    field?.focus();
  };

  return (
    <div class="cell-editor">
      <input
        ref={field}
        value={typed()}
        spellcheck={false}
        autocomplete="off"
        role="combobox"
        aria-expanded={hasList()}
        aria-controls={hasList() ? `${name}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={chosen() >= 0 ? `${name}-${chosen()}` : undefined}
        aria-label={text(props.column.title)}
        aria-invalid={reason() !== null}
        aria-describedby={reason() === null ? undefined : `${name}-reason`}
        inputmode={props.column.kind.type === 'integer' ? 'numeric' : 'text'}
        onInput={(event) => {
          setChosen(-1);
          props.table.type(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // a click elsewhere keeps what was typed, unless a question about it has just come up
          const isHere = event.relatedTarget instanceof Element && event.relatedTarget.closest('dialog, .cell-editor');
          if (isHere === null || isHere === false) props.table.commit(null);
        }}
      />
      <div
        class="cell-help"
        data-above={place().isAbove ? '' : undefined}
        style={{ left: `${place().left}px`, top: `${place().top}px`, 'min-inline-size': `${place().width}px` }}
      >
        <Show when={reason()}>
          {(cause) => (
            <p class="cell-reason" id={`${name}-reason`} role="alert">
              <ReasonText reason={cause()} />
            </p>
          )}
        </Show>
        <Show when={hasList()}>
          <div class="cell-suggestions" role="listbox" id={`${name}-list`} aria-label={text(props.column.title)}>
            <For each={suggestions()}>
              {(suggestion, index) => (
                <button
                  type="button"
                  id={`${name}-${index()}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={chosen() === index()}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    choose(suggestion);
                  }}
                >
                  {suggestion}
                </button>
              )}
            </For>
          </div>
        </Show>
      </div>
    </div>
  );
}
