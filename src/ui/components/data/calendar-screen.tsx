import { createSignal, For, Index, type JSX, Show } from 'solid-js';
import { useProject } from '../../app-state.tsx';
import { type CalendarEditor, createCalendarEditor } from '../../state/data/calendar-editor.ts';
import { slotPlanOf, usualSlotPlan, weekdayName } from '../../state/project/new-project.ts';
import { useText } from '../../text/text.tsx';
import { Dialog, SubmitButtons } from '../basics/dialog.tsx';
import { Icon } from '../basics/icon.tsx';
import { SlotPlanFields } from '../projects/slot-plan-fields.tsx';
import { RemovalDialog } from '../table/removal-dialog.tsx';
import { TermPanel } from './term-panel.tsx';
import { WeekPainter } from './week-painter.tsx';
import '../../styles/calendar.css';
import '../../styles/new-project.css';

/** Days, slots, open hours, weeks and dates. */
export function CalendarScreen(): JSX.Element {
  const text = useText();
  const editor = createCalendarEditor(useProject());
  return (
    <section class="page wide calendar-screen">
      <p class="calendar-flaw" role="status">
        <Show when={editor.flaw()} keyed>
          {(cause) => text(`calendarFlaw_${cause}`)}
        </Show>
      </p>
      <div class="calendar-columns">
        <SlotsPanel editor={editor} />
        <DaysPanel editor={editor} />
      </div>
      <WeekPainter editor={editor} />
      <div class="calendar-columns">
        <WeeksPanel editor={editor} />
        <TermPanel editor={editor} />
      </div>
      <RemovalDialog removal={editor.asked()} title={text('calendarAsk')} onDecide={editor.decide} />
    </section>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

function DaysPanel(props: { readonly editor: CalendarEditor }): JSX.Element {
  const text = useText();
  const days = () => props.editor.calendar().days;
  const ids = () => days().map(({ id }) => id);
  let add: HTMLButtonElement | undefined;
  const dayOf = (id: string) => days().find((day) => day.id === id);
  return (
    <section class="panel">
      <h2>{text('calendarDays')}</h2>
      <ul class="calendar-list">
        <For each={ids()}>
          {(id) => {
            const name = () => dayOf(id)?.name ?? '';
            return (
              <li>
                <input
                  value={name()}
                  maxLength={100}
                  aria-label={text('calendarDayName')}
                  onChange={(event) => props.editor.setDay(id, { name: event.currentTarget.value.trim() || id })}
                />
                <select
                  aria-label={text('calendarWeekday')}
                  onChange={(event) => {
                    const weekday = Number(event.currentTarget.value);
                    if (weekday > 0) props.editor.setDay(id, { weekday });
                  }}
                >
                  <option value="0" selected={dayOf(id)?.weekday === undefined}>
                    {text('calendarNoWeekday')}
                  </option>
                  <For each={weekdays}>
                    {(weekday) => (
                      <option value={weekday} selected={dayOf(id)?.weekday === weekday}>
                        {weekdayName(weekday)}
                      </option>
                    )}
                  </For>
                </select>
                <button type="button" class="plain up" onClick={() => props.editor.moveDay(id, -1)}>
                  <Icon name="arrowLeft" label={text('calendarDayEarlier', { name: name() })} />
                </button>
                <button type="button" class="plain down" onClick={() => props.editor.moveDay(id, 1)}>
                  <Icon name="arrowRight" label={text('calendarDayLater', { name: name() })} />
                </button>
                <button
                  type="button"
                  class="plain"
                  onClick={() => {
                    props.editor.removeDay(id);
                    add?.focus();
                  }}
                >
                  <Icon name="close" label={text('calendarRemove', { name: name() })} />
                </button>
              </li>
            );
          }}
        </For>
      </ul>
      <button ref={add} type="button" onClick={() => props.editor.addDay()}>
        {text('calendarAddDay')}
      </button>
    </section>
  );
}

function SlotsPanel(props: { readonly editor: CalendarEditor }): JSX.Element {
  const text = useText();
  const [isCutting, setCutting] = createSignal(false);
  const slots = () => props.editor.calendar().slots;
  let cut: HTMLButtonElement | undefined;
  return (
    <section class="panel">
      <h2>{text('calendarSlots')}</h2>
      <ul class="calendar-list">
        <Index each={slots()}>
          {(slot, index) => (
            <li>
              <input
                type="time"
                value={slot().start}
                aria-label={text('calendarSlotFrom', { number: index + 1 })}
                onChange={(event) => {
                  props.editor.setSlot(index, { start: event.currentTarget.value });
                  event.currentTarget.value = slots()[index]?.start ?? '';
                }}
              />
              <span aria-hidden="true">–</span>
              <input
                type="time"
                value={slot().end === '24:00' ? '00:00' : slot().end}
                aria-label={text('calendarSlotTo', { number: index + 1 })}
                onChange={(event) => {
                  const end = event.currentTarget.value;
                  props.editor.setSlot(index, { end: end === '00:00' ? '24:00' : end });
                  event.currentTarget.value = slots()[index]?.end ?? '';
                }}
              />
              <input
                value={slot().name ?? ''}
                maxLength={100}
                placeholder={text('calendarSlotName')}
                aria-label={text('calendarSlotCalled', { number: index + 1 })}
                onChange={(event) => props.editor.setSlot(index, { name: event.currentTarget.value.trim() })}
              />
              <button type="button" class="plain" onClick={() => props.editor.addSlotAfter(index)}>
                <Icon name="plus" label={text('calendarSlotAfter', { time: slot().end })} />
              </button>
              <button
                type="button"
                class="plain"
                onClick={() => {
                  props.editor.removeSlot(index);
                  cut?.focus();
                }}
              >
                <Icon name="close" label={text('calendarRemove', { name: `${slot().start}–${slot().end}` })} />
              </button>
            </li>
          )}
        </Index>
      </ul>
      <button ref={cut} type="button" onClick={() => setCutting(true)}>
        {text('calendarGenerate')}
      </button>
      <Show when={isCutting()}>
        <CutDialog
          editor={props.editor}
          onClose={() => {
            setCutting(false);
            cut?.focus();
          }}
        />
      </Show>
    </section>
  );
}

function CutDialog(props: { readonly editor: CalendarEditor; readonly onClose: () => void }): JSX.Element {
  const text = useText();
  const [fields, setFields] = createSignal(usualSlotPlan(text('newBreakUsual')));
  const [flaw, setFlaw] = createSignal<ReturnType<CalendarEditor['generate']>>(null);
  return (
    <Dialog onClose={() => props.onClose()}>
      <form
        class="new-project"
        onSubmit={(event) => {
          event.preventDefault();
          const cause = props.editor.generate(slotPlanOf(fields()));
          setFlaw(cause);
          if (cause === null) props.onClose();
        }}
      >
        <h2>{text('calendarGenerate')}</h2>
        <SlotPlanFields fields={fields()} onSet={(change) => setFields((before) => ({ ...before, ...change }))} />
        <p class="muted">{text('calendarGenerateHint')}</p>
        <p class="new-flaw" role="status">
          <Show when={flaw()} keyed>
            {(cause) => text(`newFlaw_${cause}`)}
          </Show>
        </p>
        <SubmitButtons label={text('planApply')} onClose={() => props.onClose()} />
      </form>
    </Dialog>
  );
}

function WeeksPanel(props: { readonly editor: CalendarEditor }): JSX.Element {
  const text = useText();
  const count = () => props.editor.calendar().weekCount;
  return (
    <section class="panel">
      <h2>{text('calendarWeeks')}</h2>
      <label class="calendar-field">
        {text('calendarWeekCount')}
        <input
          type="number"
          min="1"
          max="52"
          value={count()}
          onChange={(event) => {
            props.editor.setWeekCount(Number(event.currentTarget.value));
            event.currentTarget.value = String(count());
          }}
        />
      </label>
      <p class="muted">{text('calendarWeeksHint')}</p>
    </section>
  );
}
