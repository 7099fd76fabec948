import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { TimetableRecord } from '../../../storage/records.ts';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { createMenu } from '../../state/frame/menu.ts';
import { createTimetableActions } from '../../state/timetable/actions.ts';
import { moment, scoreText } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';

/** Which timetable of the project is looked at; it can be renamed and deleted here. */
export function TimetableMenu(props: {
  readonly record: TimetableRecord;
  readonly onChoose: (id: string) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices } = useAppState();
  const actions = createTimetableActions(useServices(), project, notices, text);
  const [renaming, setRenaming] = createSignal(false);
  const menu = createMenu();
  const rename = (name: string) => {
    setRenaming(false);
    actions.rename(props.record, name);
  };

  return (
    <details
      class="menu timetable-menu"
      ref={menu.ref}
      onToggle={(event) => {
        if (!event.currentTarget.open) setRenaming(false);
      }}
    >
      <summary title={text('timetableVersion')}>
        <span class="ellipsis" dir="auto">
          {props.record.name}
        </span>
      </summary>
      <div class="menu-items">
        <For each={project.timetables()}>
          {(record) => (
            <button
              type="button"
              aria-current={record.id === props.record.id ? 'true' : undefined}
              onClick={() => {
                menu.close();
                props.onChoose(record.id);
              }}
            >
              <span>{record.name}</span>
              <RecordHint record={record} />
            </button>
          )}
        </For>
        <div class="menu-actions">
          <Show
            when={renaming()}
            fallback={
              <>
                <A class="button" href={`/p/${project.id}/generate?from=${props.record.id}`}>
                  {text('startHere')}
                </A>
                <button
                  type="button"
                  onClick={() => {
                    menu.close();
                    const copy = actions.duplicate(props.record);
                    if (copy !== null) props.onChoose(copy);
                  }}
                >
                  {text('timetableDuplicate')}
                </button>
                <button type="button" onClick={() => setRenaming(true)}>
                  {text('projectRename')}
                </button>
                <button
                  type="button"
                  onClick={() => {
                    menu.close();
                    actions.remove(props.record);
                  }}
                >
                  {text('projectDelete')}
                </button>
              </>
            }
          >
            <input
              class="rename"
              aria-label={text('projectRenameLabel', { name: props.record.name })}
              value={props.record.name}
              maxLength={200}
              ref={(element) => queueMicrotask(() => element.select())}
              onBlur={(event) => {
                if (renaming()) rename(event.currentTarget.value);
              }}
              // A listener of its own: the menu's would close it all first.
              on:keydown={(event) => {
                if (event.key === 'Enter') {
                  rename(event.currentTarget.value);
                  menu.close();
                }
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                setRenaming(false);
              }}
            />
          </Show>
        </div>
      </div>
    </details>
  );
}

function RecordHint(props: { readonly record: TimetableRecord }): JSX.Element {
  const text = useText();
  const { clock } = useServices();
  return (
    <small>
      <Show when={props.record.score} fallback={moment(props.record.createdAt, clock.now())}>
        {(score) => scoreText(text, score())}
      </Show>
    </small>
  );
}
