import { A, useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { VersionRecord } from '../../../storage/records.ts';
import { useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { createMenu } from '../../state/frame/menu.ts';
import type { VersionActions } from '../../state/versions/versions.ts';
import { moment, scoreText } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { keepFocus } from '../basics/keep-focus.ts';

/** The versions, newest first, with all that can be done with each. */
export function VersionTable(props: {
  readonly versions: VersionActions;
  readonly list: readonly VersionRecord[];
}): JSX.Element {
  const text = useText();
  const [described, setDescribed] = createSignal<string | null>(null);
  const byId = createMemo(() => new Map(props.list.map((version) => [version.id, version])));
  // Read anew after each change; by its id a row stays what it was, with the focus that is in it.
  const ids = createMemo(() => props.list.map(({ id }) => id), [], { equals: (a, b) => String(a) === String(b) });
  return (
    <table class="list versions">
      <thead>
        <tr>
          <th>{text('versionName')}</th>
          <th>{text('versionWhen')}</th>
          <th>{text('versionFrom')}</th>
          <th>{text('versionScore')}</th>
          <th>
            <span class="visually-hidden">{text('versionActions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={ids()}>
          {(id) => (
            <Show when={byId().get(id)}>
              {(version) => (
                <Row
                  version={version()}
                  versions={props.versions}
                  parent={byId().get(version().parentId ?? '')?.name ?? null}
                  described={described() === id}
                  onDescribe={(open) => setDescribed(open ? id : null)}
                />
              )}
            </Show>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly version: VersionRecord;
  readonly versions: VersionActions;
  readonly parent: string | null;
  readonly described: boolean;
  readonly onDescribe: (open: boolean) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const { clock } = useServices();
  const mayEdit = () => project.editor.right() === 'editing';
  return (
    <tr ref={keepFocus('.actions summary')}>
      <td>
        <Show when={!props.described} fallback={<Description {...props} />}>
          <b>{props.version.name}</b>{' '}
          <Show when={props.version.published}>
            <span class="tag" title={text('versionPublishHint')}>
              {text('versionPublished')}
            </span>
          </Show>
          <Show when={props.version.note !== ''}>
            <p class="muted">{props.version.note}</p>
          </Show>
        </Show>
      </td>
      <td data-label={text('versionWhen')}>{moment(props.version.createdAt, clock.now())}</td>
      <td data-label={text('versionFrom')}>{props.parent ?? '–'}</td>
      <td data-label={text('versionScore')} title={props.version.timetable?.name ?? ''}>
        <Show when={props.version.score} fallback="–">
          {(score) => scoreText(text, score())}
        </Show>
      </td>
      <td class="actions">
        <A class="button" href={`/p/${project.id}/versions/compare?from=${props.version.id}`}>
          {text('versionCompare')}
        </A>
        <button type="button" disabled={!mayEdit()} onClick={() => void props.versions.restore(props.version)}>
          {text('versionRestore')}
        </button>
        <MoreMenu version={props.version} versions={props.versions} onDescribe={() => props.onDescribe(true)} />
      </td>
    </tr>
  );
}

/** What is seldom done with a version. */
function MoreMenu(props: {
  readonly version: VersionRecord;
  readonly versions: VersionActions;
  readonly onDescribe: () => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  const navigate = useNavigate();
  const menu = createMenu();
  const item = (label: PlainTextKey, run: () => void) => (
    <button
      type="button"
      onClick={() => {
        menu.close();
        run();
      }}
    >
      {text(label)}
    </button>
  );
  const openTimetable = async () => {
    const id = await props.versions.openTimetable(props.version);
    if (id !== null) navigate(`/p/${project.id}/timetable?timetable=${id}`);
  };
  return (
    <details class="menu" ref={menu.ref}>
      <summary aria-label={text('versionMore', { name: props.version.name })}>…</summary>
      <div class="menu-items">
        {item(props.version.published ? 'versionUnpublish' : 'versionPublish', () => {
          void props.versions.publish(props.version, !props.version.published);
        })}
        <Show when={props.version.timetable !== null}>{item('versionOpenTimetable', () => void openTimetable())}</Show>
        {item('versionRename', () => props.onDescribe())}
        {item('versionDelete', () => void props.versions.remove(props.version))}
      </div>
    </details>
  );
}

function Description(props: {
  readonly version: VersionRecord;
  readonly versions: VersionActions;
  readonly onDescribe: (open: boolean) => void;
}): JSX.Element {
  const text = useText();
  const [name, setName] = createSignal(props.version.name);
  const [note, setNote] = createSignal(props.version.note);
  return (
    <form
      class="version-description"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDescribe(false);
        void props.versions.describe(props.version, name(), note());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onDescribe(false);
      }}
    >
      <input
        aria-label={text('versionName')}
        value={name()}
        maxLength={200}
        ref={(element) => queueMicrotask(() => element.select())}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <input
        aria-label={text('versionNote')}
        placeholder={text('versionNote')}
        value={note()}
        maxLength={1000}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <button type="submit" class="primary">
        {text('versionSaveShort')}
      </button>
      <button type="button" onClick={() => props.onDescribe(false)}>
        {text('cancel')}
      </button>
    </form>
  );
}
