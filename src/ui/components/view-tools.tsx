import { For, type JSX, Show } from 'solid-js';
import { useProject } from '../app-state.tsx';
import { type ColourMode, colourModes } from '../state/timetable-colours.ts';
import { densities, type GridView, type Layout } from '../state/timetable-page.ts';
import { usableKinds, type ViewKind } from '../state/timetable-view.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Icon } from './icon.tsx';
import { ResourcePicker } from './resource-picker.tsx';
import { ScoreLine } from './score-line.tsx';
import { Segmented } from './segmented.tsx';
import { useTimetable } from './timetable-context.ts';
import { TimetableMenu } from './timetable-menu.tsx';

export const viewNames: Readonly<Record<ViewKind, PlainTextKey>> = {
  group: 'viewGroup',
  instructor: 'viewInstructor',
  room: 'viewRoom',
  course: 'viewCourse',
};

/** Above the grid: what is looked at, how, and what can be done with the timetable. */
export function ViewTools(props: { readonly wide: boolean }): JSX.Element {
  const text = useText();
  const { selection, show } = useTimetable();
  return (
    <>
      <div class="tools">
        <LayoutChoice />
        <Show when={selection.layout() === 'week'}>
          <ResourcePicker
            items={selection.first.items()}
            selected={selection.first.item()}
            label={text(viewNames[selection.first.kind()])}
            onChoose={(item) => selection.first.choose(selection.first.kind(), item)}
          />
        </Show>
        <div class="tools-end">
          <Show when={selection.layout() !== 'week'}>
            <Score />
          </Show>
          <Show when={selection.record()}>
            {(record) => <TimetableMenu record={record()} onChoose={selection.chooseTimetable} />}
          </Show>
          <ExportMenu timetable={selection.record()} onPrint={() => print()} />
        </div>
      </div>
      <div class="tools">
        <Show when={selection.layout() !== 'week'}>
          <Segmented
            label={text('viewRows')}
            options={usableKinds(selection.problem()).map((value) => ({ value, text: text(viewNames[value]) }))}
            value={selection.rows()}
            onChoose={(kind) => selection.chooseLayout(selection.layout(), kind)}
          />
          <DensitySlider />
        </Show>
        <Show when={selection.layout() === 'day'}>
          <DayChoice />
        </Show>
        <ColourChoice />
        <div class="tools-end">
          <Show when={selection.layout() === 'week'}>
            <Score />
          </Show>
          <button type="button" onClick={() => show('fix')}>
            {text('fixTitle')}
          </button>
          <button type="button" onClick={() => show('lock')}>
            <Icon name="lock" />
            {text('lockTitle')}
          </button>
          <Show when={selection.layout() === 'week' && props.wide}>
            <button
              type="button"
              aria-pressed={selection.hasSecond()}
              onClick={() => selection.split(!selection.hasSecond())}
            >
              {text('viewSecond')}
            </button>
          </Show>
        </div>
      </div>
    </>
  );
}

function Score(): JSX.Element {
  const { selection } = useTimetable();
  return <Show when={selection.score()}>{(score) => <ScoreLine score={score()} />}</Show>;
}

type Choice = ViewKind | Exclude<Layout, 'week'>;

function LayoutChoice(): JSX.Element {
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
  return (
    <Segmented
      label={text('viewLabel')}
      options={options()}
      value={value()}
      onChoose={(next) => {
        if (next === 'master' || next === 'day') selection.chooseLayout(next, selection.rows());
        else selection.first.choose(next, null);
      }}
    />
  );
}

/** Of the second view: kind and resource. */
export function SecondTools(props: { readonly view: GridView }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  return (
    <div class="tools second-tools">
      <Segmented
        label={text('viewSecond')}
        options={usableKinds(selection.problem()).map((value) => ({ value, text: text(viewNames[value]) }))}
        value={props.view.kind()}
        onChoose={(kind) => props.view.choose(kind, null)}
      />
      <ResourcePicker
        items={props.view.items()}
        selected={props.view.item()}
        label={text(viewNames[props.view.kind()])}
        onChoose={(item) => props.view.choose(props.view.kind(), item)}
      />
      <button type="button" class="plain" aria-label={text('viewSecondClose')} onClick={() => selection.split(false)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function DensitySlider(): JSX.Element {
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

/** What the colours of the cards say, and for changes since when. */
function ColourChoice(): JSX.Element {
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
