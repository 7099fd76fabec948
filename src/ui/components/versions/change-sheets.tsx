import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { PersonChanges } from '../../../domain/compare/change-lists.ts';
import { useAppState } from '../../app-state.tsx';
import { createGrowing } from '../../state/drawing.ts';
import { changeLine, changesAsText } from '../../state/versions/change-text.ts';
import type { Compared } from '../../state/versions/comparison.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { Segmented } from '../basics/segmented.tsx';
import { MoreButton } from '../problems/diagnostic-list.tsx';

const firstSheets = 20;
const moreSheets = 200;
type Audience = 'all' | PersonChanges['of'];

/** What each instructor and group has to be told: to be printed or pasted into a message. */
export function ChangeSheets(props: { readonly compared: Compared }): JSX.Element {
  const text = useText();
  const { notices } = useAppState();
  const [audience, setAudience] = createSignal<Audience>('all');
  const [search, setSearch] = createSignal('');
  const [limit, setLimit] = createSignal(firstSheets);
  const shown = createGrowing(limit, firstSheets);
  const people = createMemo(() =>
    props.compared.people.filter(
      ({ of, name }) =>
        (audience() === 'all' || of === audience()) &&
        name.toLocaleLowerCase().includes(search().trim().toLocaleLowerCase()),
    ),
  );
  async function copy() {
    const all = changesAsText(text, people(), props.compared.before, props.compared.after);
    const copied = await navigator.clipboard.writeText(all).then(
      () => true,
      () => false,
    );
    if (copied) notices.tell(text('changesCopied'));
    else notices.complain(text('changesCopyFailed'));
  }
  function printAll() {
    setLimit(people().length);
    // Once all of them are drawn.
    const whenDrawn = () => (shown() < people().length ? setTimeout(whenDrawn, 50) : print());
    whenDrawn();
  }
  return (
    <Show when={props.compared.people.length > 0} fallback={<p>{text('changesForNone')}</p>}>
      <p class="print-only print-title">
        {text('changesHeading', { from: props.compared.before.name, to: props.compared.after.name })}
      </p>
      <div class="sheet-tools tools">
        <Segmented
          label={text('changesShow')}
          options={[
            { value: 'all', text: text('changesEverybody') },
            { value: 'instructor', text: text('changesInstructors') },
            { value: 'group', text: text('changesGroups') },
          ]}
          value={audience()}
          onChoose={setAudience}
        />
        <input
          type="search"
          aria-label={text('historySearch')}
          placeholder={text('historySearch')}
          value={search()}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <span class="grow" />
        <button type="button" onClick={() => void copy()}>
          {text('changesCopy')}
        </button>
        <button type="button" onClick={printAll}>
          <Icon name="print" />
          {text('print')}
        </button>
      </div>
      <div class="sheets">
        <For each={people().slice(0, shown())}>{(person) => <Sheet person={person} compared={props.compared} />}</For>
      </div>
      <MoreButton total={people().length} limit={limit()} onMore={() => setLimit(limit() + moreSheets)} />
    </Show>
  );
}

function Sheet(props: { readonly person: PersonChanges; readonly compared: Compared }): JSX.Element {
  const text = useText();
  return (
    <section class="panel sheet">
      <h2>
        {props.person.name}{' '}
        <small class="muted">{text(props.person.of === 'instructor' ? 'changesOfInstructor' : 'changesOfGroup')}</small>
      </h2>
      <ul>
        <For each={props.person.changes}>
          {(change) => (
            <li>{changeLine(text, props.person.of, change, props.compared.before, props.compared.after)}</li>
          )}
        </For>
      </ul>
    </section>
  );
}
