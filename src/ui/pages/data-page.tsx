import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { useProject } from '../app-state.tsx';
import { Icon } from '../components/basics/icon.tsx';
import { Later } from '../components/basics/later.tsx';
import { FirstSteps } from '../components/data/first-steps.tsx';
import { DiagnosticList } from '../components/problems/diagnostic-list.tsx';
import { Readiness } from '../components/problems/readiness.tsx';
import { ExportMenu } from '../components/timetable/export-menu.tsx';
import { gridRows } from '../state/timetable/grid-axis.ts';
import { wholeNumber } from '../state/words/numbers.ts';
import { useText } from '../text/text.tsx';

export function DataPage(): JSX.Element {
  const project = useProject();
  return (
    <Show when={project.problem()} keyed>
      <Overview />
    </Show>
  );
}

function Overview(): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <section class="page">
      <div class="page-head">
        <h1>{text('dataTitle')}</h1>
        <span class="grow" />
        <A class="button" href={`/p/${project.id}/import`}>
          <Icon name="upload" />
          {text('sheetsOpen')}
        </A>
        <A class="button" href={`/p/${project.id}/merge`}>
          {text('mergeGo')}
        </A>
        <ExportMenu timetable={project.timetable(undefined)} />
      </div>
      <FirstSteps />
      <Counts />
      <section class="panel">
        <h2>{text('readinessTitle')}</h2>
        <Readiness project={project} />
      </section>
      <Show when={project.record.source !== 'new'}>
        <section class="panel">
          <h2>{text('dataReport')}</h2>
          <Show when={project.record.importReport.length > 0} fallback={<p class="muted">{text('dataReportEmpty')}</p>}>
            <DiagnosticList diagnostics={project.record.importReport} />
          </Show>
        </section>
      </Show>
      <Later>
        <Calendar />
      </Later>
    </section>
  );
}

function Counts(): JSX.Element {
  const text = useText();
  const problem = useProject().problem();
  const { data } = problem;
  const slots = problem.events.reduce((sum, event) => sum + event.duration, 0);
  const counts = [
    { label: text('dataCourses'), count: data.courses.length },
    { label: text('dataEvents'), count: data.events.length },
    { label: text('dataSlots'), count: slots },
    { label: text('dataGroups'), count: data.groups.length },
    { label: text('dataInstructors'), count: data.instructors.length },
    { label: text('dataRooms'), count: data.rooms.length },
    { label: text('dataStudents'), count: data.students.length },
  ].filter((item) => item.count > 0);
  return (
    <Show when={counts.length > 0}>
      <dl class="counters">
        <For each={counts}>
          {(item) => (
            <div>
              <dt>{item.label}</dt>
              <dd>{wholeNumber(item.count)}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
}

function Calendar(): JSX.Element {
  const text = useText();
  const problem = useProject().problem();
  const { calendar } = problem.data;
  const rows = gridRows(problem);
  const closed = (day: number, slot: number) => (((problem.axis.closedMaskOfDay[day] ?? 0) >>> slot) & 1) === 1;
  const isBreak = (day: number, slot: number) => (((problem.axis.breakMaskOfDay[day] ?? 0) >>> slot) & 1) === 1;
  // what is a break on every day is counted by nobody who plans lessons, nor where the week is made
  const teaching = calendar.slots.filter((_, slot) => !calendar.days.every((_day, day) => isBreak(day, slot)));
  return (
    <section class="panel">
      <h2>{text('dataCalendar')}</h2>
      <p class="muted">
        {text('dataCalendarLine', {
          days: calendar.days.length,
          slots: teaching.length,
          weeks: calendar.weekCount,
        })}
      </p>
      <section class="scroll" tabindex="0" aria-label={text('dataCalendar')}>
        <table class="figures calendar">
          <thead>
            <tr>
              <th>{text('gridTime')}</th>
              <For each={calendar.days}>{(day) => <th>{day.name}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={rows}>
              {(row) => (
                <tr>
                  <th>
                    {row.start}–{row.end} {row.name}
                  </th>
                  <For each={calendar.days}>
                    {(_, day) => (
                      <td data-state={isBreak(day(), row.slot) ? 'break' : closed(day(), row.slot) ? 'closed' : 'open'}>
                        {isBreak(day(), row.slot)
                          ? row.band || text('gridBreak')
                          : closed(day(), row.slot)
                            ? text('gridClosed')
                            : ''}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  );
}
