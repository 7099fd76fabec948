import { A, useParams } from '@solidjs/router';
import { createEffect, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { useProject } from '../app-state.tsx';
import { AvailabilityScreen } from '../components/data/availability-screen.tsx';
import { CalendarScreen } from '../components/data/calendar-screen.tsx';
import { EventTools } from '../components/data/event-tools.tsx';
import { TravelTool } from '../components/data/travel-tool.tsx';
import { ListScreen } from '../components/table/list-screen.tsx';
import { afterPaint } from '../state/drawing.ts';
import { groupsTable, instructorsTable, studentsTable } from '../state/table-columns/people.ts';
import { roomsTable } from '../state/table-columns/rooms.ts';
import { coursesTable, eventsTable } from '../state/table-columns/teaching.ts';
import { wholeNumber } from '../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';
import { DataPage } from './data-page.tsx';
import '../styles/dialog.css';
import '../styles/data-screen.css';
import '../styles/table.css';
import '../styles/cell-editor.css';

interface Tab {
  /** Last part of the address; empty for the first tab. */
  readonly path: string;
  readonly title: PlainTextKey;
  /** List whose length is shown. */
  readonly list?: 'courses' | 'events' | 'groups' | 'instructors' | 'rooms' | 'students';
  readonly screen: () => JSX.Element;
}

const tabs: readonly Tab[] = [
  { path: '', title: 'dataOverview', screen: () => <DataPage /> },
  { path: 'calendar', title: 'dataCalendar', screen: () => <CalendarScreen /> },
  {
    path: 'courses',
    title: 'dataCourses',
    list: 'courses',
    screen: () => <ListScreen definition={coursesTable} />,
  },
  {
    path: 'events',
    title: 'dataEvents',
    list: 'events',
    screen: () => (
      <ListScreen definition={eventsTable} tools={(table, focus) => <EventTools table={table} onFocus={focus} />} />
    ),
  },
  { path: 'groups', title: 'dataGroups', list: 'groups', screen: () => <ListScreen definition={groupsTable} /> },
  {
    path: 'instructors',
    title: 'dataInstructors',
    list: 'instructors',
    screen: () => <ListScreen definition={instructorsTable} />,
  },
  {
    path: 'rooms',
    title: 'dataRooms',
    list: 'rooms',
    screen: () => <ListScreen definition={roomsTable} tools={(_, focus) => <TravelTool onFocus={focus} />} />,
  },
  {
    path: 'students',
    title: 'dataStudents',
    list: 'students',
    screen: () => <ListScreen definition={studentsTable} />,
  },
  { path: 'availability', title: 'dataAvailability', screen: () => <AvailabilityScreen /> },
];

/** The data of a project: an overview, and a tab for each part of it. */
export function DataTablesPage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const params = useParams<{ table?: string }>();
  const current = () => tabs.find(({ path }) => path === (params.table ?? '')) ?? tabs[0];
  let bar: HTMLElement | undefined;
  // Where there is no room for all of them, the line scrolls.
  const bringIn = (tab: Element | null | undefined) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const showTab = () => bringIn(bar?.querySelector('[aria-current]'));
  createEffect(on(current, () => onCleanup(afterPaint(showTab))));
  return (
    <div class="data-screen" data-tab={current()?.path === '' ? 'overview' : current()?.path}>
      <nav class="data-tabs" aria-label={text('dataTabs')} ref={bar}>
        <For each={tabs}>
          {(tab) => (
            <A
              href={`/p/${project.id}/data${tab.path === '' ? '' : `/${tab.path}`}`}
              end
              class="data-tab"
              aria-current={tab === current() ? 'page' : undefined}
              // Chromium leaves one where it is of which a few pixels can be seen.
              onFocus={(event: FocusEvent & { readonly currentTarget: Element }) => bringIn(event.currentTarget)}
            >
              {text(tab.title)}
              <Show when={tab.list}>
                {(list) => <span class="count">{wholeNumber(project.data()[list()].length)}</span>}
              </Show>
            </A>
          )}
        </For>
      </nav>
      <Show when={current()} keyed>
        {(tab) => (
          <>
            <Show when={tab.path !== ''}>
              <h1 class="visually-hidden">{text(tab.title)}</h1>
            </Show>
            {tab.screen()}
          </>
        )}
      </Show>
    </div>
  );
}
