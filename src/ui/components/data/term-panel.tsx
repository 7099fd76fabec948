import { Index, type JSX, Show } from 'solid-js';
import { localDate } from '../../../domain/local-date.ts';
import type { HolidayData, TermData } from '../../../domain/problem-data.ts';
import { useServices } from '../../services.tsx';
import type { CalendarEditor } from '../../state/data/calendar-editor.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';

const mostTermWeeks = 104;

/** When the term is, and its holidays. */
export function TermPanel(props: { readonly editor: CalendarEditor }): JSX.Element {
  const text = useText();
  const { clock } = useServices();
  const term = () => props.editor.calendar().term;
  const today = () => localDate(clock.now());
  const set = (before: TermData, change: Partial<TermData>) => {
    const after = { ...before, ...change };
    // a date that is half typed is no date yet
    const areDates = [after.startDate, ...after.holidays.flatMap(({ from, to }) => [from, to])].every(
      (date) => date !== '',
    );
    if (areDates && Number.isInteger(after.weeks) && after.weeks >= 1 && after.weeks <= mostTermWeeks) {
      props.editor.setTerm(after);
    }
  };
  return (
    <section class="panel">
      <h2>{text('calendarTerm')}</h2>
      <p class="muted">{text('calendarTermHint')}</p>
      <Show
        when={term()}
        fallback={
          <button type="button" onClick={() => props.editor.setTerm({ startDate: today(), weeks: 14, holidays: [] })}>
            {text('calendarTermAdd')}
          </button>
        }
      >
        {(given) => (
          <>
            <label class="calendar-field">
              {text('calendarTermStart')}
              <input
                type="date"
                value={given().startDate}
                onChange={(event) => set(given(), { startDate: event.currentTarget.value })}
              />
            </label>
            <label class="calendar-field">
              {text('calendarTermWeeks')}
              <input
                type="number"
                min="1"
                max={mostTermWeeks}
                value={given().weeks}
                onChange={(event) => set(given(), { weeks: Number(event.currentTarget.value) })}
              />
            </label>
            <Holidays term={given()} onSet={(holidays) => set(given(), { holidays })} />
            <button type="button" onClick={() => props.editor.setTerm(undefined)}>
              {text('calendarTermRemove')}
            </button>
          </>
        )}
      </Show>
    </section>
  );
}

function Holidays(props: {
  readonly term: TermData;
  readonly onSet: (holidays: readonly HolidayData[]) => void;
}): JSX.Element {
  const text = useText();
  const change = (index: number, part: Partial<HolidayData>) =>
    props.onSet(props.term.holidays.map((item, at) => (at === index ? { ...item, ...part } : item)));
  return (
    <>
      <h3>{text('calendarHolidays')}</h3>
      <ul class="calendar-list">
        <Index each={props.term.holidays}>
          {(holiday, index) => (
            <li>
              <input
                value={holiday().name}
                maxLength={100}
                aria-label={text('calendarHolidayName')}
                onChange={(event) => change(index, { name: event.currentTarget.value.trim() })}
              />
              <input
                type="date"
                value={holiday().from}
                aria-label={text('calendarHolidayFrom')}
                onChange={(event) => change(index, { from: event.currentTarget.value })}
              />
              <input
                type="date"
                value={holiday().to}
                aria-label={text('calendarHolidayTo')}
                onChange={(event) => change(index, { to: event.currentTarget.value })}
              />
              <button
                type="button"
                class="plain"
                onClick={() => props.onSet(props.term.holidays.filter((_, at) => at !== index))}
              >
                <Icon name="close" label={text('calendarRemove', { name: holiday().name })} />
              </button>
            </li>
          )}
        </Index>
      </ul>
      <p>
        <button
          type="button"
          onClick={() => {
            const { startDate, holidays } = props.term;
            props.onSet([...holidays, { name: text('calendarHolidays'), from: startDate, to: startDate }]);
          }}
        >
          {text('calendarHolidayAdd')}
        </button>
      </p>
    </>
  );
}
