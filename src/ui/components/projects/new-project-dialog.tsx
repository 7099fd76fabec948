import { useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { useServices } from '../../services.tsx';
import {
  createNewProject,
  type NewProject,
  type ProjectProposal,
  weekdayName,
  weekdaysInOrder,
} from '../../state/project/new-project.ts';
import { locale } from '../../state/words/locale.ts';
import { useText } from '../../text/text.tsx';
import { Dialog, SubmitButtons } from '../basics/dialog.tsx';
import { SlotPlanFields } from './slot-plan-fields.tsx';
import '../../styles/dialog.css';
import '../../styles/new-project.css';

interface NewProjectProps {
  /** Page of the project to go to; absent means its data. */
  readonly then?: 'import';
  /** A name and a calendar to begin with, and the words that say where the calendar comes from. */
  readonly proposal?: ProjectProposal & { readonly reason: string };
  readonly onClose: () => void;
}

/** Name, days and the grid of a day: enough to begin with an empty project. */
export function NewProjectDialog(props: NewProjectProps): JSX.Element {
  const text = useText();
  // What is filled in beforehand has to be there: opened right after the first screen, the texts may still be coming.
  return (
    <Show when={text('newBreakUsual') !== ''}>
      <NewProjectForm {...props} />
    </Show>
  );
}

function NewProjectForm(props: NewProjectProps): JSX.Element {
  const text = useText();
  const navigate = useNavigate();
  const form = createNewProject(
    useServices(),
    text('newBreakUsual'),
    locale() ?? navigator.language,
    props.proposal ?? null,
  );
  const [isTried, setTried] = createSignal(false);
  const flaw = () => {
    const made = form.calendar();
    return typeof made === 'string' ? made : null;
  };
  const create = async () => {
    setTried(true);
    const id = await form.create();
    if (id !== null) navigate(`/p/${id}/${props.then ?? 'data'}`);
  };
  return (
    <Dialog onClose={() => props.onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
        class="new-project"
      >
        <h2>{text('newTitle')}</h2>
        <label class="new-name">
          {text('newName')}
          <input
            maxLength={200}
            value={form.fields().name}
            aria-invalid={isTried() && flaw() === 'name'}
            onInput={(event) => form.set({ name: event.currentTarget.value })}
          />
        </label>
        <Show when={props.proposal}>
          {(proposal) => (
            <div class="new-proposal">
              <label>
                <input
                  type="checkbox"
                  checked={form.fields().isProposed}
                  onChange={(event) => form.set({ isProposed: event.currentTarget.checked })}
                />
                {text('newProposal')}
              </label>
              <p class="muted">{proposal().reason}</p>
            </div>
          )}
        </Show>
        <Show when={!form.fields().isProposed}>
          <WeekdayFields form={form} />
          <SlotPlanFields fields={form.fields()} onSet={form.set} />
        </Show>
        <Preview form={form} />
        <p class="new-flaw" role="status">
          <Show when={isTried() || flaw() !== 'name' ? flaw() : null} keyed>
            {(cause) => text(`newFlaw_${cause}`)}
          </Show>
          {form.failed()}
        </p>
        <SubmitButtons label={text('newCreate')} onClose={() => props.onClose()} />
      </form>
    </Dialog>
  );
}

function WeekdayFields(props: { readonly form: NewProject }): JSX.Element {
  const text = useText();
  return (
    <fieldset class="new-days">
      <legend>{text('newDays')}</legend>
      <For each={weekdaysInOrder(locale() ?? navigator.language)}>
        {(weekday) => (
          <label>
            <input
              type="checkbox"
              checked={props.form.fields().weekdays.includes(weekday)}
              onChange={() => props.form.toggleDay(weekday)}
            />
            {weekdayName(weekday)}
          </label>
        )}
      </For>
    </fieldset>
  );
}

/** The slots that would come out of it. */
function Preview(props: { readonly form: NewProject }): JSX.Element {
  const text = useText();
  const calendar = () => {
    const made = props.form.calendar();
    return typeof made === 'string' ? null : made;
  };
  return (
    <Show when={calendar()}>
      {(made) => (
        <section aria-label={text('newPreview')}>
          <p class="muted">
            {text('newPreviewLine', {
              days: made().days.length,
              slots: made().slots.length - made().breaks.length,
            })}
          </p>
          <ol class="new-slots">
            <For each={made().slots}>
              {(slot, index) => {
                const pause = () => made().breaks.find((item) => item.slot === index());
                return (
                  <li data-break={pause() === undefined ? undefined : ''}>
                    {slot.start}–{slot.end} {pause()?.name ?? slot.name}
                  </li>
                );
              }}
            </For>
          </ol>
        </section>
      )}
    </Show>
  );
}
