import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { createMedia } from '../state/theme.ts';
import type { GridView } from '../state/timetable-page.ts';
import { usableKinds } from '../state/timetable-view.ts';
import { useText } from '../text/text.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Icon } from './icon.tsx';
import { ResourcePicker } from './resource-picker.tsx';
import { ScoreLine } from './score-line.tsx';
import { Segmented } from './segmented.tsx';
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
} from './view-choices.tsx';

/** Above the grid: what is looked at, how, and what can be done with the timetable. */
export function ViewTools(props: { readonly wide: boolean }): JSX.Element {
  const { selection } = useTimetable();
  const narrow = createMedia('screen and (max-width: 640px)');
  return (
    <>
      <Show when={narrow()} fallback={<Tools wide={props.wide} />}>
        <NarrowTools />
      </Show>
      <Show when={selection.layout() === 'day'}>
        <div class="tools">
          <DayChoice />
          <DateChoice />
        </div>
      </Show>
    </>
  );
}

function Tools(props: { readonly wide: boolean }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  return (
    <>
      <div class="tools">
        <LayoutChoice narrow={false} />
        <What />
        <div class="tools-end">
          <Files />
        </div>
      </div>
      <div class="tools">
        <How />
        <div class="tools-end">
          <Score />
          <Verbs />
          <Show when={selection.layout() === 'week' && props.wide}>
            <button
              type="button"
              aria-pressed={selection.hasSecond()}
              onClick={() => selection.split(!selection.hasSecond())}
            >
              {text('viewSecond')}
            </button>
          </Show>
          <ExportMenu timetable={selection.record()} onPrint={() => print()} />
        </div>
      </div>
    </>
  );
}

/** Two lines: what is looked at, and what it is worth. Everything else unfolds, for the grid needs the room. */
function NarrowTools(): JSX.Element {
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
      <div class="tools unfolded-tools" id={id} hidden={!isOpen()}>
        <Show when={isOpen()}>
          <Files />
          <ExportMenu timetable={selection.record()} onPrint={() => print()} />
          <Verbs />
          <How />
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

function How(): JSX.Element {
  const { selection } = useTimetable();
  return (
    <>
      <ColourChoice />
      <Show when={selection.layout() !== 'week'}>
        <DensitySlider />
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
