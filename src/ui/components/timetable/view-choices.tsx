import { createSignal, For, type JSX, Show } from 'solid-js';
import { handoutTexts } from '../../../handout/handout-texts.ts';
import { weekName } from '../../../handout/one-week.ts';
import { useProject } from '../../app-state.tsx';
import { type ColourMode, colourModes } from '../../state/timetable/colours.ts';
import { densities, type Layout } from '../../state/timetable/page.ts';
import { usableKinds, type ViewKind } from '../../state/timetable/view.ts';
import { spokenTexts } from '../../state/words/wording.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { useTimetable } from './timetable-context.ts';

export const viewNames: Readonly<Record<ViewKind, PlainTextKey>> = {
  group: 'viewGroup',
  instructor: 'viewInstructor',
  room: 'viewRoom',
  course: 'viewCourse',
};

type Choice = ViewKind | Exclude<Layout, 'week'>;

/** Whose weeks are shown, or everybody's at once; as one field where there is little room. */
export function LayoutChoice(props: { readonly narrow: boolean }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const options = () => [
    ...usableKinds(selection.problem()).map((value) => ({ value: value as Choice, text: text(viewNames[value]) })),
    { value: 'master' as Choice, text: text('viewMaster') },
    { value: 'day' as Choice, text: text('viewDay') },
  ];
  const value = (): Choice => {
    const layout = selection.layout();
    return layout === 'week' ? selection.first.kind() : layout;
  };
  const choose = (next: Choice) => {
    if (next === 'master' || next === 'day') selection.chooseLayout(next, selection.rows());
    else selection.first.choose(next, null);
  };
  return (
    <Show
      when={props.narrow}
      fallback={<Segmented label={text('viewLabel')} options={options()} value={value()} onChoose={choose} />}
    >
      <select
        aria-label={text('viewLabel')}
        onChange={(event) => {
          // One of the options below.
          choose(event.currentTarget.value as Choice);
        }}
      >
        <For each={options()}>
          {(option) => (
            <option value={option.value} selected={option.value === value()}>
              {option.text}
            </option>
          )}
        </For>
      </select>
    </Show>
  );
}

/** What the rows of the master grid are. */
export function RowsChoice(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  return (
    <label class="inline-field">
      {text('viewRows')}
      <select
        onChange={(event) => {
          // One of the options below.
          selection.chooseLayout(selection.layout(), event.currentTarget.value as ViewKind);
        }}
      >
        <For each={usableKinds(selection.problem())}>
          {(kind) => (
            <option value={kind} selected={kind === selection.rows()}>
              {text(viewNames[kind])}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}

export function DensitySlider(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  return (
    <label class="inline-field">
      {text('viewDensity')}
      <input
        type="range"
        min={0}
        max={densities.length - 1}
        value={densities.indexOf(selection.density())}
        onInput={(event) => selection.chooseDensity(densities[event.currentTarget.valueAsNumber] ?? 'medium')}
      />
    </label>
  );
}

export function DayChoice(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const days = () => selection.problem().data.calendar.days;
  return (
    <Segmented
      label={text('gridDay')}
      options={days().map(({ name }, index) => ({ value: String(index), text: name }))}
      value={String(selection.day())}
      onChoose={(value) => selection.chooseDay(Number(value))}
    />
  );
}

/** One week of the cycle, or all of them laid over each other; a date tells which it is. */
export function WeekChoice(): JSX.Element {
  const { selection } = useTimetable();
  const texts = () => spokenTexts() ?? handoutTexts;
  const weeks = () => Array.from({ length: selection.weekCount() }, (_, week) => week);
  return (
    <Show when={selection.weekCount() > 0 && selection.date() === null}>
      <label class="inline-field">
        {texts().week}
        <select
          onChange={(event) => {
            const { value } = event.currentTarget;
            selection.chooseWeek(value === '' ? null : Number(value));
          }}
        >
          <option value="">{texts().allWeeks}</option>
          <For each={weeks()}>
            {(week) => (
              <option value={week} selected={week === selection.week()}>
                {weekName(selection.problem().data.calendar, week, texts())}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}

/** With a date the day is shown as it is held then, covers included. */
export function DateChoice(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const [isNone, setNone] = createSignal(false);
  return (
    <label class="inline-field">
      <span>{text('viewDate')}</span>
      <input
        type="date"
        value={selection.date() ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          selection.chooseDate(value);
          setNone(value !== '' && selection.date() === null);
        }}
      />
      <span class="remark" role="status">
        {isNone() ? text('viewDateNone') : ''}
      </span>
    </label>
  );
}

/** What the colours of the cards say, and for changes since when. */
export function ColourChoice(): JSX.Element {
  const text = useText();
  const project = useProject();
  const { selection } = useTimetable();
  const others = () => project.timetables().filter(({ id }) => id !== selection.record()?.id);
  return (
    <>
      <label class="inline-field">
        {text('viewColour')}
        <select
          onChange={(event) => {
            // One of the options below.
            selection.chooseColour(event.currentTarget.value as ColourMode);
          }}
        >
          <For each={colourModes}>
            {(mode) => (
              <option value={mode} selected={mode === selection.colour()}>
                {text(`colour_${mode}`)}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={selection.colour() === 'changed'}>
        <label class="inline-field">
          {text('viewAgainst')}
          <select onChange={(event) => selection.chooseAgainst(event.currentTarget.value || null)}>
            <option value="">{text('viewPublished')}</option>
            <option value="opened" selected={selection.against() === 'opened'}>
              {text('viewOpened')}
            </option>
            <For each={others()}>
              {(record) => (
                <option value={record.id} selected={record.id === selection.against()}>
                  {record.name}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
    </>
  );
}
