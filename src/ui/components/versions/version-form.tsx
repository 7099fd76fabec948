import { createSignal, For, type JSX } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import type { VersionActions } from '../../state/versions/versions.ts';
import { moment } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';

/** Saves what is there now under a name. */
export function VersionForm(props: { readonly versions: VersionActions }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { clock } = useServices();
  const [name, setName] = createSignal('');
  const [note, setNote] = createSignal('');
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const now = clock.now();
  const ownName = text('versionDefaultName', { time: moment(now.toISOString(), now) });
  const timetable = () => (chosen() === '' ? null : project.timetable(chosen() ?? undefined));

  async function save(event: Event) {
    event.preventDefault();
    setBusy(true);
    await props.versions.save(name().trim() === '' ? ownName : name(), note(), timetable());
    setBusy(false);
    setName('');
    setNote('');
  }

  return (
    <form class="panel version-form" onSubmit={(event) => void save(event)}>
      <h2>{text('versionSave')}</h2>
      <p class="muted">{text('versionsHint')}</p>
      <label>
        <span>{text('versionName')}</span>
        <input
          value={name()}
          placeholder={ownName}
          maxLength={200}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{text('versionTimetable')}</span>
        <select onChange={(event) => setChosen(event.currentTarget.value)}>
          <For each={project.timetables()}>
            {(record) => (
              <option value={record.id} selected={record.id === timetable()?.id}>
                {record.name}
              </option>
            )}
          </For>
          <option value="" selected={timetable() === null}>
            {text('versionNoTimetable')}
          </option>
        </select>
      </label>
      <label class="version-note">
        <span>{text('versionNote')}</span>
        <input value={note()} maxLength={1000} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <button type="submit" class="primary" disabled={busy()}>
        {text('versionSaveShort')}
      </button>
    </form>
  );
}
