import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import { useProject } from '../app-state.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Icon } from '../components/icon.tsx';
import { Later } from '../components/later.tsx';
import { Legend } from '../components/legend.tsx';
import { NoTimetable } from '../components/no-timetable.tsx';
import { ResourcePicker } from '../components/resource-picker.tsx';
import { ScoreLine } from '../components/score-line.tsx';
import { Segmented } from '../components/segmented.tsx';
import { SelectionPanel } from '../components/selection-panel.tsx';
import { TimetableMenu } from '../components/timetable-menu.tsx';
import { UnplacedTray } from '../components/unplaced-tray.tsx';
import { ViewProblems } from '../components/view-problems.tsx';
import { WeekGrid } from '../components/week-grid.tsx';
import { shortNames } from '../state/labels.ts';
import { createMedia } from '../state/theme.ts';
import { createTimetableSelection, type TimetableSelection } from '../state/timetable-page.ts';
import { usableKinds, type ViewKind } from '../state/timetable-view.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';

const viewNames: Readonly<Record<ViewKind, PlainTextKey>> = {
  group: 'viewGroup',
  instructor: 'viewInstructor',
  room: 'viewRoom',
  course: 'viewCourse',
};

export function TimetablePage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const selection = createTimetableSelection(project);
  return (
    <section class="timetable-page">
      <h1 class="visually-hidden">{text('timetableTitle')}</h1>
      <Show
        when={selection.record()}
        fallback={
          <div class="page">
            <NoTimetable projectId={project.id} />
          </div>
        }
      >
        <div class="timetable-main">
          <Tools selection={selection} />
          <Show when={selection.evaluated()} fallback={<p class="muted">{text('loading')}</p>}>
            {(evaluated) => (
              <>
                <p class="print-only print-title">
                  {selection.item()?.name} · {selection.problem().name}
                </p>
                <Days selection={selection} />
                <p class="muted hint">{text('gridHint')}</p>
                <Later>
                  <Legend problem={selection.problem()} cards={selection.cards()} />
                </Later>
                <Later>
                  <UnplacedTray
                    problem={selection.problem()}
                    timetable={evaluated().timetable}
                    selected={selection.event()}
                    onSelect={selection.chooseEvent}
                  />
                </Later>
              </>
            )}
          </Show>
        </div>
        <aside class="side-panel" data-open={selection.event() === null ? undefined : ''}>
          <Later>
            <Panel selection={selection} />
          </Later>
        </aside>
      </Show>
    </section>
  );
}

function Tools(props: { readonly selection: TimetableSelection }): JSX.Element {
  const text = useText();
  const kinds = () => usableKinds(props.selection.problem());
  return (
    <div class="tools">
      <Segmented
        label={text('viewLabel')}
        options={kinds().map((value) => ({ value, text: text(viewNames[value]) }))}
        value={props.selection.kind()}
        onChoose={props.selection.chooseKind}
      />
      <ResourcePicker
        items={props.selection.items()}
        selected={props.selection.item()}
        label={text(viewNames[props.selection.kind()])}
        onChoose={props.selection.chooseItem}
      />
      <div class="tools-end">
        <Show when={props.selection.evaluated()}>{(evaluated) => <ScoreLine score={evaluated().score} />}</Show>
        <Show when={props.selection.record()}>
          {(record) => <TimetableMenu record={record()} onChoose={props.selection.chooseTimetable} />}
        </Show>
        <ExportMenu timetable={props.selection.record()} onPrint={() => print()} />
      </div>
    </div>
  );
}

/** The grid; on a phone one day at a time. */
function Days(props: { readonly selection: TimetableSelection }): JSX.Element {
  const text = useText();
  const narrow = createMedia('screen and (max-width: 640px)');
  const calendarDays = () => props.selection.problem().data.calendar.days;
  const allDays = createMemo(() => calendarDays().map((_, index) => index));
  const shortDays = createMemo(() => shortNames(calendarDays().map((item) => item.name)));
  const [day, setDay] = createSignal(0);
  // A link to a card opens its day.
  createEffect(
    on([props.selection.event, props.selection.cards], ([event, cards]) => {
      const found = cards.find((card) => card.event === event);
      if (found !== undefined) setDay(found.day);
    }),
  );
  const days = createMemo(() => (narrow() ? [day()] : allDays()));
  return (
    <>
      <Show when={narrow()}>
        <Segmented
          label={text('gridDay')}
          options={allDays().map((index) => ({
            value: String(index),
            text: shortDays()[index] ?? '',
          }))}
          value={String(day())}
          onChoose={(value) => setDay(Number(value))}
        />
      </Show>
      <WeekGrid
        problem={props.selection.problem()}
        cards={props.selection.cards()}
        states={props.selection.states()}
        days={days()}
        viewOf={props.selection.viewOf}
        selected={props.selection.event()}
        onSelect={props.selection.chooseEvent}
        label={props.selection.item()?.name ?? ''}
      />
    </>
  );
}

function Panel(props: { readonly selection: TimetableSelection }): JSX.Element {
  const text = useText();
  return (
    <Show when={props.selection.evaluated()}>
      {(evaluated) => (
        <Show
          when={props.selection.event() !== null}
          fallback={
            <ViewProblems
              problem={props.selection.problem()}
              evaluated={evaluated()}
              name={props.selection.item()?.name ?? ''}
              cards={props.selection.cards()}
            />
          }
        >
          <button
            type="button"
            class="plain panel-close"
            aria-label={text('close')}
            onClick={() => props.selection.chooseEvent(null)}
          >
            <Icon name="close" />
          </button>
          <SelectionPanel
            problem={props.selection.problem()}
            evaluated={evaluated()}
            event={props.selection.event() ?? -1}
          />
        </Show>
      )}
    </Show>
  );
}
