import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { ProblemData } from '../../domain/problem-data.ts';
import type { Participant, Redaction } from '../../formats/format.ts';
import type { TimetableRecord } from '../../storage/records.ts';
import { useAppState, useProject } from '../app-state.tsx';
import { FormChoice } from '../components/share/form-choice.tsx';
import { MadeFile } from '../components/share/made-file.tsx';
import { PassphraseChoice } from '../components/share/passphrase-choice.tsx';
import { PeopleChoice } from '../components/share/people-choice.tsx';
import { ShareOptions } from '../components/share/share-options.tsx';
import { useServices } from '../services.tsx';
import { useQuery } from '../state/frame/query.ts';
import { type ShareForm, shareFormOf, shareForms } from '../state/share/share-forms.ts';
import { createMade } from '../state/share/share-page.ts';
import { usualGroup } from '../state/timetable/view.ts';
import { useText } from '../text/text.tsx';
import '../../viewer/viewer.css';
import '../styles/share.css';

/** Everything that leaves the app: what of the project, as what, without what, and how. */
export function SharePage(): JSX.Element {
  const text = useText();
  const project = useProject();
  const { projectList } = useAppState();
  const [search, setSearch] = useQuery<{ timetable?: string; as?: string }>();
  const timetable = createMemo(() => project.timetable(search.timetable));
  const usable = createMemo(() => shareForms.filter((form) => timetable() !== null || !form.needsTimetable));
  const form = createMemo((): ShareForm => {
    const wanted = shareFormOf(search.as);
    // The list is never empty: the project file needs no timetable.
    return wanted !== null && usable().includes(wanted) ? wanted : (usable()[0] as ShareForm);
  });
  const [people, setPeople] = createSignal<readonly Participant[] | null>(null);
  const [redaction, setRedaction] = createSignal<Redaction>({});
  const [timeZone, setTimeZone] = createSignal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [passphrase, setPassphrase] = createSignal<string | null>(null);
  // A form for one person begins with one; the choice stays for the other forms.
  const chosen = createMemo((): readonly Participant[] | null => {
    if (form().ofOne !== true) return people();
    const first = people()?.[0] ?? firstOf(project.data());
    return first === null ? [] : [first];
  });
  const choices = {
    name: () => projectList.projects()?.find(({ id }) => id === project.id)?.name ?? project.record.name,
    form,
    timetable,
    people: chosen,
    redaction,
    timeZone,
    passphrase,
  };
  const making = createMade(useServices(), project, choices, text);

  return (
    <section class="page wide share-page">
      <div class="page-head">
        <h1>{text('shareTitle')}</h1>
      </div>
      <p class="muted">{text('shareIntro')}</p>
      <Show when={timetable() === null}>
        <p class="remark">{text('shareNoTimetable')}</p>
      </Show>
      <div class="share-columns">
        <section class="panel">
          <h2>{text('shareForm')}</h2>
          <FormChoice
            forms={usable()}
            source={project.record.source}
            value={form()}
            onChoose={({ id }) => setSearch({ as: id }, { replace: true })}
          />
        </section>
        <div class="share-side">
          <What
            form={form()}
            timetable={timetable()}
            people={chosen()}
            onTimetable={(id) => setSearch({ timetable: id }, { replace: true })}
            onPeople={setPeople}
          />
          <ShareOptions
            form={form()}
            redaction={redaction()}
            timeZone={timeZone()}
            onRedaction={setRedaction}
            onTimeZone={setTimeZone}
          />
          <Show when={form().hasPassphrase === true}>
            <PassphraseChoice onPassphrase={setPassphrase} />
          </Show>
          <MadeFile making={making} onInstead={() => setSearch({ as: 'html' }, { replace: true })} />
        </div>
      </div>
    </section>
  );
}

/** Which timetable, and whose weeks of it. */
function What(props: {
  readonly form: ShareForm;
  readonly timetable: TimetableRecord | null;
  readonly people: readonly Participant[] | null;
  readonly onTimetable: (id: string) => void;
  readonly onPeople: (people: readonly Participant[] | null) => void;
}): JSX.Element {
  const text = useText();
  const project = useProject();
  return (
    <section class="panel">
      <h2>{text('shareWhat')}</h2>
      <Show when={props.form.needsTimetable && project.timetables().length > 1}>
        <label class="share-field">
          <span>{text('shareTimetable')}</span>
          <select onChange={(event) => props.onTimetable(event.currentTarget.value)}>
            <For each={project.timetables()}>
              {(record) => (
                <option value={record.id} selected={record.id === props.timetable?.id}>
                  {record.name}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <Show when={props.form.ofPeople} fallback={<p>{text(props.form.hint)}</p>}>
        <PeopleChoice
          data={project.data()}
          single={props.form.ofOne === true}
          value={props.people}
          onChoose={props.onPeople}
        />
      </Show>
    </section>
  );
}

function firstOf({ groups, instructors, rooms }: ProblemData): Participant | null {
  const [group, instructor, room] = [usualGroup(groups), instructors[0], rooms[0]];
  if (group !== undefined) return { kind: 'group', id: group };
  if (instructor !== undefined) return { kind: 'instructor', id: instructor.id };
  return room === undefined ? null : { kind: 'room', id: room.id };
}
