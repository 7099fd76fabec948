import { For, type JSX, Show } from 'solid-js';
import { type EventFilter, type FilterKind, filterItems, filterKinds } from '../../state/timetable/filter.ts';
import { useText } from '../../text/text.tsx';
import { useTimetable } from './timetable-context.ts';

/** Which cards something is about: all, a day, a group, an instructor … */
export function EventFilterFields(props: {
  readonly label: string;
  readonly filter: EventFilter;
  readonly onChange: (filter: EventFilter) => void;
}): JSX.Element {
  const text = useText();
  const { selection, picked } = useTimetable();
  const kinds = () => filterKinds(selection.problem(), picked().length);
  const items = () => filterItems(selection.problem(), props.filter.of);
  return (
    <div class="filter-fields">
      <label>
        {props.label}
        <select
          value={props.filter.of}
          onChange={(event) => {
            // One of the options below.
            const of = event.currentTarget.value as FilterKind;
            props.onChange({ of, index: filterItems(selection.problem(), of)[0]?.index ?? -1 });
          }}
        >
          <For each={kinds()}>
            {(kind) => (
              <option value={kind} selected={kind === props.filter.of}>
                {text(`filter_${kind}`)}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={items().length > 0}>
        <select
          aria-label={text(`filter_${props.filter.of}`)}
          onChange={(event) => props.onChange({ of: props.filter.of, index: Number(event.currentTarget.value) })}
        >
          <For each={items()}>
            {(item) => (
              <option value={item.index} selected={item.index === props.filter.index}>
                {item.name}
              </option>
            )}
          </For>
        </select>
      </Show>
    </div>
  );
}

/** What is looked at: the picked cards, else the resource of the view. */
export function usualFilter(state: ReturnType<typeof useTimetable>): EventFilter {
  const { selection, picked } = state;
  const item = selection.first.item();
  if (picked().length > 0) return { of: 'selected', index: -1 };
  if (selection.layout() === 'day') return { of: 'day', index: selection.day() };
  if (selection.layout() === 'master' || item === null) return { of: 'all', index: -1 };
  return { of: selection.first.kind(), index: item.index };
}
