import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { createMenu } from '../../state/frame/menu.ts';
import { createMedia } from '../../state/frame/theme.ts';
import type { GridView } from '../../state/timetable/page.ts';
import { usableKinds } from '../../state/timetable/view.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ResourcePicker } from './resource-picker.tsx';
import { ScoreLine } from './score-line.tsx';
import { useTimetable } from './timetable-context.ts';
import { TimetableMenu } from './timetable-menu.tsx';
import {
  ColourChoice,
  DateChoice,
  DayChoice,
  DensitySlider,
  LayoutChoice,
  RowsChoice,
  viewNames,
  WeekChoice,
} from './view-choices.tsx';

/** Above the grid: what is looked at, how, and what can be done with the timetable. */
export function ViewTools(props: { readonly wide: boolean }): JSX.Element {
  const { selection } = useTimetable();
  const narrow = createMedia('screen and (max-width: 1239.98px)');
  return (
    <>
      <Show when={narrow()} fallback={<Tools wide={props.wide} />}>
        <NarrowTools wide={props.wide} />
      </Show>
      <Show when={selection.layout() === 'day'}>
        <div class="tools day-tools">
          <DayChoice />
          <Show when={!narrow()}>
            <DateChoice />
          </Show>
        </div>
      </Show>
    </>
  );
}

/** Two lines: where they would not hold all of it, what changes how the grid looks opens from a button. */
function Tools(props: { readonly wide: boolean }): JSX.Element {
  const { selection } = useTimetable();
  const roomy = createMedia('screen and (min-width: 1440px)');
  return (
    <>
      <div class="tools first-tools">
        <LayoutChoice narrow={false} />
        <What />
        <WeekChoice />
        <div class="tools-end">
          <Files />
        </div>
      </div>
      <div class="tools">
        <Show
          when={roomy()}
          fallback={
            <LookMenu>
              <How wide={props.wide} />
            </LookMenu>
          }
        >
          <How wide={props.wide} />
        </Show>
        <div class="tools-end">
          <Score />
          <Verbs />
          <ExportMenu timetable={selection.record()} onPrint={() => print()} />
        </div>
      </div>
    </>
  );
}

function SecondButton(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  return (
    <button type="button" aria-pressed={selection.hasSecond()} onClick={() => selection.split(!selection.hasSecond())}>
      {text('viewSecond')}
    </button>
  );
}

/** What is chosen in it stays in sight; it is not closed by a choice, because one leads to the next. */
function LookMenu(props: { readonly children: JSX.Element }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const menu = createMenu();
  return (
    <details class="menu look-menu" ref={menu.ref}>
      <summary>
        <Icon name="settings" />
        {selection.colour() === 'course' ? text('viewLook') : text(`colour_${selection.colour()}`)}
      </summary>
      <div class="menu-items">{props.children}</div>
    </details>
  );
}

/** Two lines: what is looked at, and what it is worth. Everything else unfolds, for the grid needs the room. */
function NarrowTools(props: { readonly wide: boolean }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <div class="tools narrow-tools">
        <LayoutChoice narrow />
        <What />
      </div>
      <div class="tools narrow-tools">
        <Score />
        <button
          type="button"
          class="more-tools"
          aria-expanded={isOpen()}
          aria-controls={id}
          onClick={() => setOpen(!isOpen())}
        >
          <Icon name="settings" />
          {text('viewMore')}
        </button>
      </div>
      <Show when={selection.week() !== null && !isOpen()}>
        <div class="tools">
          <WeekChoice />
        </div>
      </Show>
      <div class="tools unfolded-tools" id={id} hidden={!isOpen()}>
        <Show when={isOpen()}>
          <Files />
          <ExportMenu timetable={selection.record()} onPrint={() => print()} />
          <Verbs />
          <WeekChoice />
          <How wide={props.wide} />
          <Show when={selection.layout() === 'day'}>
            <DateChoice />
          </Show>
        </Show>
      </div>
    </>
  );
}

/** Whose week, or whose weeks. */
function What(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  return (
    <Show when={selection.layout() === 'week'} fallback={<RowsChoice />}>
      <ResourcePicker
        items={selection.first.items()}
        selected={selection.first.item()}
        label={text(viewNames[selection.first.kind()])}
        onChoose={(item) => selection.first.choose(selection.first.kind(), item)}
      />
    </Show>
  );
}

function Files(): JSX.Element {
  const { selection } = useTimetable();
  return (
    <Show when={selection.record()}>
      {(record) => <TimetableMenu record={record()} onChoose={selection.chooseTimetable} />}
    </Show>
  );
}

function How(props: { readonly wide: boolean }): JSX.Element {
  const { selection } = useTimetable();
  return (
    <>
      <ColourChoice />
      <Show when={selection.layout() !== 'week'}>
        <DensitySlider />
      </Show>
      <Show when={selection.layout() === 'week' && props.wide}>
        <SecondButton />
      </Show>
    </>
  );
}

function Verbs(): JSX.Element {
  const text = useText();
  const { show } = useTimetable();
  return (
    <>
      <button type="button" onClick={() => show('fix')}>
        {text('fixTitle')}
      </button>
      <button type="button" onClick={() => show('lock')}>
        <Icon name="lock" />
        {text('lockTitle')}
      </button>
    </>
  );
}

function Score(): JSX.Element {
  const { selection } = useTimetable();
  return <Show when={selection.score()}>{(score) => <ScoreLine score={score()} />}</Show>;
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
