import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { useAppState, useProject } from '../app-state.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { keepFocus } from '../components/basics/keep-focus.ts';
import { Later } from '../components/basics/later.tsx';
import { Segmented } from '../components/basics/segmented.tsx';
import { BlockedDialog } from '../components/timetable/blocked-dialog.tsx';
import { FixDialog } from '../components/timetable/fix-dialog.tsx';
import { HeldPanel } from '../components/timetable/held-panel.tsx';
import { Legend } from '../components/timetable/legend.tsx';
import { LockDialog } from '../components/timetable/lock-dialog.tsx';
import { MasterGrid } from '../components/timetable/master-grid.tsx';
import { NoTimetable } from '../components/timetable/no-timetable.tsx';
import { SelectionPanel } from '../components/timetable/selection-panel.tsx';
import { SuggestionsPanel } from '../components/timetable/suggestions-panel.tsx';
import { TimetableProvider, useTimetable } from '../components/timetable/timetable-context.ts';
import { UnplacedTray } from '../components/timetable/unplaced-tray.tsx';
import { viewNames } from '../components/timetable/view-choices.tsx';
import { ViewProblems } from '../components/timetable/view-problems.tsx';
import { SecondTools, ViewTools } from '../components/timetable/view-tools.tsx';
import { WeekGrid } from '../components/timetable/week-grid.tsx';
import { afterPaint } from '../state/drawing.ts';
import { createMedia } from '../state/frame/theme.ts';
import { columnWidths } from '../state/timetable/column-widths.ts';
import { timetableCommands } from '../state/timetable/commands.ts';
import type { GridView, TimetableSelection } from '../state/timetable/page.ts';
import { createPageLayout, type PageLayout } from '../state/timetable/page-layout.ts';
import { createTimetableState, type TimetableState } from '../state/timetable/state.ts';
import { shortNames } from '../state/words/labels.ts';
import { useText } from '../text/text.tsx';
import '../styles/editing.css';
import '../styles/card-levels.css';
import '../styles/timetable-tools.css';
import '../styles/timetable-panel.css';
import '../styles/timetable-dialogs.css';
import '../styles/master.css';

export function TimetablePage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const { commands } = useAppState();
  const state = createTimetableState();
  const layout = createPageLayout(state.selection);
  commands.add(timetableCommands(state));
  // What is in the hand is moved by the keys of the grid, wherever it was picked up.
  createEffect(
    on(
      () => state.actions.held() !== null,
      (isHolding) => {
        if (isHolding && document.activeElement?.closest('[role="grid"]') === null) queueMicrotask(focusGrid);
      },
    ),
  );
  escapeAnywhere(state);
  return (
    <TimetableProvider value={state}>
      <section
        class="timetable-page"
        data-holding={state.actions.held() === null ? undefined : ''}
        data-panel={layout.isPanelBelow() ? 'below' : undefined}
        ref={keepFocus(gridCell)}
      >
        <h1 class="visually-hidden">{text('timetableTitle')}</h1>
        <Show
          when={state.selection.record()}
          fallback={
            <div class="page">
              <NoTimetable projectId={project.id} byHand />
            </div>
          }
        >
          <Main layout={layout} />
          <Side />
          <BlockedDialog />
          <FixDialog />
          <LockDialog />
          <Ghost />
        </Show>
      </section>
    </TimetableProvider>
  );
}

/** The cell of the grid that Tab leads to. */
const gridCell = '.timetable-main [role="grid"] [tabindex="0"]';

function focusGrid(): void {
  document.querySelector<HTMLElement>(gridCell)?.focus();
}

function Main(props: { readonly layout: PageLayout }): JSX.Element {
  const text = useText();
  const { selection, actions } = useTimetable();
  const isOfTwo = () => props.layout.isOfTwo();
  return (
    <div class="timetable-main">
      <ViewTools wide={props.layout.isWide()} />
      <Show when={selection.placed()} fallback={<p class="muted">{text('loading')}</p>}>
        {(placed) => (
          <>
            <Switch>
              <Match when={selection.layout() === 'week'}>
                <p class="print-only print-title">
                  {selection.first.item()?.name} · {selection.problem().name}
                </p>
                <div class="views" data-two={isOfTwo() ? '' : undefined} style={isOfTwo() ? weekSizes(selection) : {}}>
                  <Later>
                    <Days compact={isOfTwo()} />
                  </Later>
                  <Show when={isOfTwo()}>
                    <div class="second-view">
                      <SecondTools view={selection.second} />
                      <WeekGrid view={selection.second} days={allDays(selection.problem().axis.dayCount)} compact />
                    </div>
                  </Show>
                </div>
              </Match>
              <Match when={true}>
                <Master />
              </Match>
            </Switch>
            <p class="hint" data-said={actions.said() === '' ? undefined : ''}>
              {/* the keys are no news: they are not read out when nothing is left to say */}
              <span aria-live="polite">{actions.said()}</span>
              {actions.said() === '' ? text('gridHint') : ''}
            </p>
            <Later>
              <UnplacedTray placed={placed()} />
            </Later>
            <Later>
              <Legend cards={selection.layout() === 'week' ? selection.first.cards() : []} />
            </Later>
          </>
        )}
      </Show>
    </div>
  );
}

/** What the two weeks need, each with the edges of its frame: who needs less than half leaves the rest to the other. */
function weekSizes({ problem, first, second }: TimetableSelection): JSX.CSSProperties {
  const days = allDays(problem().axis.dayCount);
  const needed = (view: GridView) => `${columnWidths(view.cards(), days, true).whole + 2}px`;
  return { '--first-week': needed(first), '--second-week': needed(second) };
}

function allDays(count: number): readonly number[] {
  return Array.from({ length: count }, (_, day) => day);
}

function Master(): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const days = createMemo(
    () => (selection.layout() === 'day' ? [selection.day()] : allDays(selection.problem().axis.dayCount)),
    [],
    { equals: (a, b) => String(a) === String(b) },
  );
  return <MasterGrid days={days()} label={text('gridMaster', { rows: text(viewNames[selection.rows()]) })} />;
}

/** The grid of the first view; on a phone one day at a time. */
function Days(props: { readonly compact: boolean }): JSX.Element {
  const text = useText();
  const { selection } = useTimetable();
  const narrow = createMedia('screen and (max-width: 640px)');
  const dayCount = createMemo(() => selection.problem().axis.dayCount);
  const names = createMemo(() => shortNames(selection.problem().data.calendar.days.map((item) => item.name)));
  // A link to a card opens its day.
  createEffect(
    on(selection.event, (event) => {
      const found = selection.first.cards().find((card) => card.event === event);
      if (found !== undefined && narrow()) selection.chooseDay(found.day);
    }),
  );
  const day = createMemo(selection.day);
  const days = createMemo(() => (narrow() ? [day()] : allDays(dayCount())));
  return (
    <div class="first-view">
      <Show when={narrow()}>
        <Segmented
          label={text('gridDay')}
          options={allDays(dayCount()).map((index) => ({ value: String(index), text: names()[index] ?? '' }))}
          value={String(day())}
          onChoose={(value) => selection.chooseDay(Number(value))}
        />
      </Show>
      <WeekGrid view={selection.first} days={days()} compact={props.compact} />
    </div>
  );
}

/** What is in the hand, else what is selected, else what is wrong in the view. */
function Side(): JSX.Element {
  const { selection, suggestions } = useTimetable();
  const isOpen = () => selection.event() !== null || suggestions.event() !== null;
  return (
    <aside class="side-panel" data-open={isOpen() ? '' : undefined}>
      <Later>
        <Show when={suggestions.event()}>{(event) => <SuggestionsPanel event={event()} />}</Show>
        <Panel />
      </Later>
    </aside>
  );
}

function Panel(): JSX.Element {
  const text = useText();
  const { selection, actions } = useTimetable();
  const held = createHeldLater(actions.held, actions.verdicts);
  return (
    <Switch
      fallback={
        <Show when={selection.evaluated()}>
          {(evaluated) => (
            <ViewProblems
              problem={evaluated().problem}
              evaluated={evaluated()}
              name={selection.layout() === 'week' ? (selection.first.item()?.name ?? '') : evaluated().record.name}
              cards={selection.layout() === 'week' ? selection.first.cards() : null}
            />
          )}
        </Show>
      }
    >
      <Match when={held() !== null}>
        <HeldPanel event={held() ?? -1} />
      </Match>
      <Match when={selection.event() !== null && selection.placed()}>
        {(placed) => (
          <>
            <button
              type="button"
              class="plain panel-close"
              aria-label={text('close')}
              onClick={() => selection.chooseEvent(null)}
            >
              <Icon name="close" />
            </button>
            <SelectionPanel placed={placed()} event={selection.event() ?? -1} />
          </>
        )}
      </Match>
    </Switch>
  );
}

/**
 * Also when the card that had the focus has scrolled out of sight and the keys belong to nobody, and from the panel beside the
 * grid; what closes itself by this key has heard it first.
 */
function escapeAnywhere({ actions, suggestions, stepBack }: TimetableState): void {
  const isUnderWay = createMemo(() => actions.held() !== null || suggestions.event() !== null);
  createEffect(
    on(isUnderWay, (underWay) => {
      if (!underWay) return;
      const onKey = ({ key, target, defaultPrevented }: KeyboardEvent) => {
        if (key !== 'Escape' || defaultPrevented || !(target instanceof Element)) return;
        if (target === document.body || target.closest('.side-panel') !== null) stepBack();
      };
      document.addEventListener('keydown', onKey);
      onCleanup(() => document.removeEventListener('keydown', onKey));
    }),
  );
}

/** So long the panel waits for the answer before it says that it does. */
const panelPatience = 150;

/** The held card, once the cells have their colours: they are what a card is picked up for, the panel comes after them. */
function createHeldLater(held: Accessor<number | null>, verdicts: Accessor<ReadonlyMap<string, unknown>>) {
  const [shown, setShown] = createSignal<number | null>(null);
  const isWaiting = createMemo(() => held() !== null && verdicts().size === 0);
  createEffect(
    on([held, isWaiting], ([event, waits]) => {
      if (event === null) return setShown(null);
      const timer = waits ? setTimeout(() => setShown(event), panelPatience) : undefined;
      const callOff = waits ? () => {} : afterPaint(() => setShown(event));
      onCleanup(() => {
        clearTimeout(timer);
        callOff();
      });
    }),
  );
  return shown;
}

/** The dragged card's name beside the pointer. */
function Ghost(): JSX.Element {
  const { drag, actions, selection } = useTimetable();
  return (
    <Show when={drag.at()}>
      {(at) => (
        <div class="drag-ghost" style={{ transform: `translate(${at().x + 10}px, ${at().y + 12}px)` }}>
          {selection.problem().events[actions.held() ?? -1]?.name ?? ''}
        </div>
      )}
    </Show>
  );
}
