import { A } from '@solidjs/router';
import { createMemo, For, type JSX } from 'solid-js';
import type { Problem } from '../../../domain/problem.ts';
import type { WeekProfile as Profile, ProfileCell } from '../../../domain/statistics/week-profile.ts';
import { clockOf, tenthsOf } from '../../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../../text/text.tsx';

export type ProfileMeasure = keyof ProfileCell;
export const profileMeasures: readonly { readonly value: ProfileMeasure; readonly title: PlainTextKey }[] = [
  { value: 'events', title: 'profileEvents' },
  { value: 'rooms', title: 'profileRooms' },
  { value: 'instructors', title: 'profileInstructors' },
  { value: 'attendees', title: 'profileAttendees' },
];

/** How much goes on in each slot of the week: a number, and a shade for it. */
export function WeekProfile(props: {
  readonly problem: Problem;
  readonly profile: Profile;
  readonly measure: ProfileMeasure;
  /** Where a cell leads: a day, and a minute of it. */
  readonly addressOf: (day: number, minute: number) => string;
}): JSX.Element {
  const text = useText();
  const most = createMemo(() => Math.max(1, ...props.profile.cells.map((cell) => cell[props.measure])));
  const valueAt = (day: number, row: number) =>
    props.profile.cells[day * props.profile.rows.length + row]?.[props.measure] ?? 0;
  const totalOf = (day: number) => props.profile.rows.reduce((sum, _, row) => sum + valueAt(day, row), 0);
  return (
    <section class="figure-scroll" aria-label={text('profileCaption')} tabindex="0">
      <table class="figure-table profile">
        <caption class="visually-hidden">{text('profileCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('gridTime')}</th>
            <For each={props.problem.data.calendar.days}>
              {(day) => (
                <th scope="col" class="number">
                  {day.name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.profile.rows}>
            {(row, index) => (
              <tr>
                <th scope="row">
                  {clockOf(row.start)}–{clockOf(row.end)}
                </th>
                <For each={props.problem.data.calendar.days}>
                  {(_, day) => (
                    <td class="number" style={{ '--share': String(valueAt(day(), index()) / most()) }}>
                      <A href={props.addressOf(day(), row.start)} title={text('profileFree')}>
                        {valueAt(day(), index()) === 0 ? '·' : tenthsOf(valueAt(day(), index()))}
                      </A>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('statisticsTotal')}</th>
            <For each={props.problem.data.calendar.days}>
              {(_, day) => <td class="number">{tenthsOf(totalOf(day()))}</td>}
            </For>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
