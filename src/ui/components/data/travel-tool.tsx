import { createSignal, For, type JSX, Show } from 'solid-js';
import { buildingTravel, longestWalk, withBuildingTravel } from '../../../domain/operations/building-travel.ts';
import { useProject } from '../../app-state.tsx';
import { useText } from '../../text/text.tsx';
import { Dialog, SubmitButtons } from '../basics/dialog.tsx';

/** Minutes on foot between the buildings of the rooms. */
export function TravelTool(props: { readonly onFocus: () => void }): JSX.Element {
  const text = useText();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {text('travelButton')}
      </button>
      <Show when={isOpen()}>
        <TravelDialog
          onClose={() => {
            setOpen(false);
            props.onFocus();
          }}
        />
      </Show>
    </>
  );
}

function TravelDialog(props: { readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const project = useProject();
  const known = buildingTravel(project.data());
  const { buildings } = known;
  const [minutes, setMinutes] = createSignal<readonly (readonly number[])[]>(known.minutes);
  const [flaw, setFlaw] = createSignal<'travelTooMany' | 'travelRange' | null>(null);
  const set = (row: number, column: number, typed: string) => {
    const value = typed.trim() === '' ? 0 : Number(typed);
    const isGood = Number.isInteger(value) && value >= 0 && value <= longestWalk;
    setFlaw(isGood ? null : 'travelRange');
    if (!isGood) return;
    setMinutes((before) => before.map((line, at) => (at === row ? line.with(column, value) : line)));
  };
  const apply = () => {
    const changes = withBuildingTravel(project.data(), { buildings, minutes: minutes() });
    if (changes === 'tooMany') return setFlaw('travelTooMany');
    project.editor.apply({ action: 'change', subject: 'rooms', count: changes.length }, changes);
    props.onClose();
  };
  return (
    <Dialog onClose={() => props.onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (flaw() === null) apply();
        }}
      >
        <h2>{text('travelTitle')}</h2>
        <Show when={buildings.length > 1} fallback={<p class="muted">{text('travelNone')}</p>}>
          <div class="scroll">
            <table class="travel">
              <thead>
                <tr>
                  <td />
                  <For each={buildings.slice(1)}>{(name) => <th scope="col">{name}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={buildings.slice(0, -1)}>
                  {(from, row) => (
                    <tr>
                      <th scope="row">{from}</th>
                      <For each={buildings.slice(1)}>
                        {(to, offset) => (
                          <td>
                            <Show when={offset() + 1 > row()}>
                              <input
                                inputmode="numeric"
                                aria-label={text('travelBetween', { from, to })}
                                value={known.minutes[row()]?.[offset() + 1] || ''}
                                onChange={(event) => set(row(), offset() + 1, event.currentTarget.value)}
                              />
                            </Show>
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </Show>
        <p class="dialog-note" role="status" data-bad={flaw() === null ? undefined : ''}>
          {text(flaw() ?? 'travelHint')}
        </p>
        <SubmitButtons label={text('planApply')} disabled={buildings.length < 2} onClose={() => props.onClose()} />
      </form>
    </Dialog>
  );
}
