import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { type Occupancy, occupancySteps } from '../../domain/evaluation/occupancy.ts';
import { useProject } from '../app-state.tsx';
import { Choose } from '../components/basics/choose.tsx';
import { Segmented } from '../components/basics/segmented.tsx';
import { InsightTabs } from '../components/insights/insight-tabs.tsx';
import { RoomFeatures } from '../components/insights/room-features.tsx';
import { MoreButton } from '../components/problems/diagnostic-list.tsx';
import { NoTimetable } from '../components/timetable/no-timetable.tsx';
import { TimetableMenu } from '../components/timetable/timetable-menu.tsx';
import { useServices } from '../services.tsx';
import { createGrowing } from '../state/drawing.ts';
import { useQuery } from '../state/frame/query.ts';
import { idsOf } from '../state/insights/cover-address.ts';
import { type FreeKind, type FreeList, freeList, roomWords } from '../state/insights/free-view.ts';
import { closedAt, whole } from '../state/insights/moment-choices.ts';
import { createMomentForm, type MomentForm } from '../state/insights/moment-form.ts';
import { createComputed, createPlaced, type PlacedTimetable } from '../state/timetable/placed-timetable.ts';
import { wholeNumber } from '../state/words/numbers.ts';
import { type PlainTextKey, useText } from '../text/text.tsx';
import '../styles/insights.css';

const titles: Readonly<Record<FreeKind, PlainTextKey>> = {
  room: 'statisticsRooms',
  instructor: 'statisticsInstructors',
  group: 'statisticsGroups',
};
const mostSeats = 1_000_000;
const firstRows = 60;
const rowsOfTurn = 10;
const moreRows = 200;

/** What the address of the page says beside the moment. */
type FreeSearch = { timetable?: string; of?: string; seats?: string; type?: string; features?: string };

export function FreePage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const [search, setSearch] = useQuery<FreeSearch>();
  const record = createMemo(() => project.timetable(search.timetable));
  const placed = createPlaced(project, record);
  const occupancy = createComputed(placed, ({ problem, timetable }) => occupancySteps(problem, timetable));
  return (
    <>
      <InsightTabs />
      <section class="page wide insights">
        <div class="page-head">
          <h1>{text('freeTitle')}</h1>
          <span class="grow" />
          <Show when={record()}>
            {(chosen) => <TimetableMenu record={chosen()} onChoose={(id) => setSearch({ timetable: id })} />}
          </Show>
        </div>
        <Show when={record()} fallback={<NoTimetable projectId={project.id} />}>
          <Show when={occupancy()} fallback={<p class="muted">{text('insightsCounting')}</p>}>
            {(computed) => <Found placed={computed().source} occupancy={computed().value} />}
          </Show>
        </Show>
      </section>
    </>
  );
}

function Found(props: { readonly placed: PlacedTimetable; readonly occupancy: Occupancy }): JSX.Element {
  const text = useText();
  const [search, setSearch] = useQuery<FreeSearch>();
  const form = createMomentForm(() => props.placed.problem, {
    week: (week) => text('weekName', { week }),
    every: text('freeEveryWeek'),
  });
  const usable = createMemo(() => usableKinds(props.placed));
  const kind = () => usable().find((known) => known === search.of) ?? usable()[0] ?? 'room';
  const features = createMemo(() => idsOf(search.features));
  const list = createMemo(() =>
    freeList(
      props.placed.problem,
      props.occupancy,
      kind(),
      form.moment(),
      {
        seats: whole(search.seats, 0, mostSeats, 0),
        types: (search.type ?? '') === '' ? [] : [search.type ?? ''],
        features: features(),
      },
      text,
    ),
  );
  const words = createMemo(() => roomWords(props.placed.problem));
  const set = (values: Partial<FreeSearch>) => setSearch(values, { replace: true });
  return (
    <>
      <MomentFields form={form} />
      <div class="insight-tools">
        <Segmented
          label={text('freeWhat')}
          options={usable().map((value) => ({ value, text: text(titles[value]) }))}
          value={kind()}
          onChoose={(of) => set({ of })}
        />
        <Show when={kind() === 'room'}>
          <label>
            {text('freeSeats')}
            <input
              type="number"
              min="0"
              value={search.seats ?? ''}
              onInput={(event) => set({ seats: event.currentTarget.value })}
            />
          </label>
          <Show when={words().types.length > 0}>
            <Choose
              label={text('freeType')}
              choices={[
                { value: '', label: text('freeAnyType') },
                ...words().types.map((type) => ({ value: type, label: type })),
              ]}
              value={search.type ?? ''}
              onChoose={(type) => set({ type })}
            />
          </Show>
          <Show when={words().features.length > 0}>
            <RoomFeatures
              all={words().features}
              chosen={features()}
              onChoose={(chosen) => set({ features: chosen.map(encodeURIComponent).join(',') })}
            />
          </Show>
        </Show>
      </div>
      <FreeTable list={list()} timetableId={props.placed.record.id} />
    </>
  );
}

function usableKinds({ problem }: PlacedTimetable): readonly FreeKind[] {
  return [
    ...(problem.rooms.length > 0 ? ['room' as const] : []),
    ...(problem.instructors.length > 0 ? ['instructor' as const] : []),
    ...(problem.groups.length > 0 ? ['group' as const] : []),
  ];
}

function MomentFields(props: { readonly form: MomentForm }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { clock } = useServices();
  const [remark, setRemark] = createSignal('');
  const closed = () => closedAt(project.problem(), props.form.moment());
  const days = () => props.form.days();
  return (
    <div class="insight-tools">
      <Choose
        label={text('freeDay')}
        choices={days()}
        value={days()[props.form.moment().day]?.value ?? ''}
        onChoose={props.form.setDay}
      />
      <Choose
        label={text('freeFrom')}
        choices={props.form.starts()}
        value={String(props.form.moment().start)}
        onChoose={(slot) => props.form.setStart(Number(slot))}
      />
      <label>
        {text('freeSlots')}
        <input
          type="number"
          min="1"
          max={props.form.mostSlots()}
          value={props.form.moment().length}
          onChange={(event) => {
            props.form.setLength(whole(event.currentTarget.value, 1, props.form.mostSlots(), 1));
            event.currentTarget.value = String(props.form.moment().length);
          }}
        />
      </label>
      <Show when={props.form.weeks().length > 0}>
        <Choose
          label={text('freeWeek')}
          choices={props.form.weeks()}
          value={props.form.week()}
          onChoose={props.form.setWeek}
        />
      </Show>
      <button
        type="button"
        onClick={() => setRemark(props.form.setTo(clock.now(), languages()) ? '' : text('freeNowNothing'))}
      >
        {text('freeNow')}
      </button>
      <span class="remark" role="status">
        {remark() !== '' ? remark() : closed() === null ? '' : text(closed() === 'break' ? 'freeBreak' : 'freeClosed')}
      </span>
    </div>
  );
}

function FreeTable(props: { readonly list: FreeList; readonly timetableId: string }): JSX.Element {
  const text = useText();
  const project = useProject();
  const [limit, setLimit] = createSignal(firstRows);
  const shown = createGrowing(limit, rowsOfTurn);
  const sized = () => props.list.kind !== 'instructor';
  const detailed = () => props.list.rows.some(({ detail }) => detail !== '');
  const remarked = () => props.list.rows.some(({ remark }) => remark !== '');
  const address = (id: string) =>
    `/p/${project.id}/timetable/${props.list.kind}?${new URLSearchParams({ resource: id, timetable: props.timetableId })}`;
  return (
    <>
      <p class="muted note" role="status">
        {text('freeCount', {
          count: wholeNumber(props.list.rows.length),
          total: wholeNumber(props.list.total),
        })}
      </p>
      <Show when={props.list.rows.length > 0} fallback={<p>{text('freeNone')}</p>}>
        <section class="figure-scroll" aria-label={text(titles[props.list.kind])} tabindex="0">
          <table class="figure-table">
            <caption class="visually-hidden">{text('freeTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">{text('columnName')}</th>
                <Show when={sized()}>
                  <th scope="col" class="number">
                    {text(props.list.kind === 'room' ? 'columnSeats' : 'columnStudents')}
                  </th>
                </Show>
                <th scope="col">{text('freeColumnFree')}</th>
                <th scope="col">{text('freeColumnDay')}</th>
                <Show when={detailed()}>
                  <th scope="col">{text('freeColumnDetail')}</th>
                </Show>
                <Show when={remarked()}>
                  <th scope="col">{text('freeColumnRemark')}</th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={props.list.rows.slice(0, shown())}>
                {(row) => (
                  <tr>
                    <th scope="row">
                      <A href={address(row.id)}>{row.name}</A>
                    </th>
                    <Show when={sized()}>
                      <td class="number">{wholeNumber(row.size ?? 0)}</td>
                    </Show>
                    <td>{row.free}</td>
                    <td class="muted">{row.thatDay}</td>
                    <Show when={detailed()}>
                      <td class="muted">{row.detail}</td>
                    </Show>
                    <Show when={remarked()}>
                      <td class="bad-soft">{row.remark}</td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
        <MoreButton total={props.list.rows.length} limit={limit()} onMore={() => setLimit(limit() + moreRows)} />
      </Show>
    </>
  );
}

/** Names of days may be in any language of the user, or in English. */
function languages(): readonly string[] {
  return [...navigator.languages, 'en'];
}
