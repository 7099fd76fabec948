import { createMemo, createSignal, For, type JSX } from 'solid-js';
import { type EventFilter, eventsOfFilter } from '../../state/timetable/filter.ts';
import { type LockLevel, type LockPart, lifting, lockLevels, lockParts, raising } from '../../state/timetable/locks.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { TitledDialog } from '../basics/titled-dialog.tsx';
import { lockIcons } from './event-card.tsx';
import { EventFilterFields, usualFilter } from './event-filter-fields.tsx';
import { useTimetable } from './timetable-context.ts';

/** Locks or unlocks all cards of a group, an instructor, a day … as one edit. */
export function LockDialog(): JSX.Element {
  const text = useText();
  const { dialog, show } = useTimetable();
  return (
    <TitledDialog open={dialog() === 'lock'} title={text('lockTitle')} onClose={() => show(null)}>
      <LockForm />
    </TitledDialog>
  );
}

function LockForm(): JSX.Element {
  const text = useText();
  const state = useTimetable();
  const { selection, show, lock } = state;
  const [filter, setFilter] = createSignal<EventFilter>(usualFilter(state));
  const [parts, setParts] = createSignal<ReadonlySet<LockPart>>(new Set(lockParts));
  const [level, setLevel] = createSignal<LockLevel>('user');
  const events = createMemo(() => {
    const shown = selection.placed();
    return shown === null ? [] : eventsOfFilter(shown.problem, shown.timetable, filter(), state.picked());
  });
  const placedCount = () =>
    events().filter((event) => (selection.placed()?.timetable.assignments[event]?.time ?? -1) >= 0).length;
  const toggle = (part: LockPart, on: boolean) =>
    setParts((all) => new Set(lockParts.filter((other) => (other === part ? on : all.has(other)))));
  const finish = (on: boolean) => {
    const chosen = events();
    show(null);
    lock(chosen, on ? raising(parts(), level()) : lifting(parts(), level()));
  };
  return (
    <>
      <p class="muted">{text('lockIntro')}</p>
      <EventFilterFields label={text('lockWhich')} filter={filter()} onChange={setFilter} />
      <p>{text('lockCount', { count: placedCount() })}</p>
      <fieldset class="locks">
        <legend>{text('lockWhat')}</legend>
        <For each={lockParts}>
          {(part) => (
            <label>
              <input
                type="checkbox"
                checked={parts().has(part)}
                onChange={(event) => toggle(part, event.currentTarget.checked)}
              />
              {text(`lock_${part}`)}
            </label>
          )}
        </For>
      </fieldset>
      <fieldset class="lock-levels">
        <legend>{text('lockHow')}</legend>
        <For each={lockLevels}>
          {(item) => (
            <label>
              <input type="radio" name="lock-level" checked={level() === item} onChange={() => setLevel(item)} />
              <Icon name={lockIcons[item]} />
              <span>
                {text(`lockLevel_${item}`)}
                <small>{text(`lockHint_${item}`)}</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <p class="muted">{text('lockStronger')}</p>
      <footer class="dialog-buttons">
        <button type="button" disabled={parts().size === 0} onClick={() => finish(false)}>
          {text('panelUnlock')}
        </button>
        <button type="button" class="primary" disabled={parts().size === 0} onClick={() => finish(true)}>
          <Icon name={lockIcons[level()]} />
          {text('panelLock')}
        </button>
      </footer>
    </>
  );
}
