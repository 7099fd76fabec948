import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { ProblemData } from '../../../domain/problem-data.ts';
import type { Participant } from '../../../formats/format.ts';
import { foldedMatch } from '../../state/words/folded-match.ts';
import { useText } from '../../text/text.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { viewNames } from '../timetable/view-choices.tsx';

type Kind = Participant['kind'];
const lists = { group: 'groups', instructor: 'instructors', room: 'rooms' } as const;
const kinds: readonly Kind[] = ['group', 'instructor', 'room'];
/** More of them are found by their names. */
const mostListed = 200;

/** Everybody, or some groups, instructors and rooms; for forms of one person exactly one. */
export function PeopleChoice(props: {
  readonly data: ProblemData;
  readonly single: boolean;
  readonly value: readonly Participant[] | null;
  readonly onChoose: (people: readonly Participant[] | null) => void;
}): JSX.Element {
  const text = useText();
  const [kind, setKind] = createSignal<Kind>(props.value?.[0]?.kind ?? 'group');
  const [filter, setFilter] = createSignal('');
  const usable = createMemo(() => kinds.filter((known) => props.data[lists[known]].length > 0));
  const shownKind = () => (usable().includes(kind()) ? kind() : (usable()[0] ?? 'group'));
  const found = createMemo(() => {
    const matches = foldedMatch(filter());
    return props.data[lists[shownKind()]].filter(({ name, id }) => matches(name || id));
  });
  const chosen = createMemo(() => new Set((props.value ?? []).map(keyOf)));
  const choose = (ids: readonly string[], on: boolean) => {
    const others = (props.value ?? []).filter((person) => person.kind !== shownKind() || !ids.includes(person.id));
    const added = on ? ids.map((id) => ({ kind: shownKind(), id })) : [];
    props.onChoose([...others, ...added]);
  };
  return (
    <>
      <Show when={!props.single}>
        <Segmented
          label={text('shareScope')}
          options={[
            { value: 'all', text: text('shareEverybody') },
            { value: 'some', text: text('shareChosen') },
          ]}
          value={props.value === null ? 'all' : 'some'}
          onChoose={(value) => props.onChoose(value === 'all' ? null : [])}
        />
      </Show>
      <Show when={props.value !== null}>
        <div class="share-people">
          <Segmented
            label={text('viewLabel')}
            options={usable().map((value) => ({ value, text: text(viewNames[value]) }))}
            value={shownKind()}
            onChoose={setKind}
          />
          <input
            type="search"
            aria-label={text('shareFind')}
            placeholder={text('shareFind')}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          <ul>
            <For each={found().slice(0, mostListed)} fallback={<li class="muted">{text('shareNobody')}</li>}>
              {({ id, name }) => (
                <li>
                  <label>
                    <input
                      type={props.single ? 'radio' : 'checkbox'}
                      name="share-person"
                      checked={chosen().has(keyOf({ kind: shownKind(), id }))}
                      onChange={(event) =>
                        props.single
                          ? props.onChoose([{ kind: shownKind(), id }])
                          : choose([id], event.currentTarget.checked)
                      }
                    />
                    <bdi>{name || id}</bdi>
                  </label>
                </li>
              )}
            </For>
          </ul>
          <Show when={!props.single}>
            <div class="share-buttons">
              <button
                type="button"
                onClick={() =>
                  choose(
                    found().map(({ id }) => id),
                    true,
                  )
                }
              >
                {text('shareAll')}
              </button>
              <button type="button" onClick={() => props.onChoose([])}>
                {text('shareNone')}
              </button>
              <span class="muted" role="status">
                {text('shareCount', { count: props.value?.length ?? 0 })}
              </span>
            </div>
          </Show>
        </div>
      </Show>
    </>
  );
}

function keyOf({ kind, id }: Participant): string {
  return `${kind}:${id}`;
}
