import type { EditingContext, TimetableEditing } from './editing.ts';
import { type LockWish, lockableParts, lockEdit, locksOf } from './locks.ts';
import { unplaceEdit } from './moves.ts';

/** What is done to cards besides moving them; what has come of it is said. */
export interface CardEdits {
  /** Locks or unlocks parts of some events. */
  lock(events: readonly number[], wish: LockWish): void;
  /** Locks the card wholly, or sets it free when anything of it is locked. */
  toggleLock(event: number): void;
  unplace(events: readonly number[]): void;
}

export function createCardEdits(
  { project, placed, text }: EditingContext,
  actions: Pick<TimetableEditing, 'apply' | 'putBack' | 'say'>,
): CardEdits {
  function lock(events: readonly number[], wish: LockWish): void {
    const shown = placed();
    if (shown === null) return;
    const edit = lockEdit(project.data(), shown.problem, shown.timetable, events, wish);
    const { count = 0, subject: name = '' } = edit.label;
    if (count === 0) actions.say(text('saidNothingToLock'));
    else if (wish.level === null) actions.apply(edit, text('saidUnlocked', { count, name }));
    else actions.apply(edit, text(wish.level === 'soft' ? 'saidStays' : 'saidLocked', { count, name }));
  }

  return {
    lock,
    toggleLock(event) {
      const shown = placed();
      const data = project.data().events.find(({ id }) => id === shown?.problem.events[event]?.id);
      if (shown === null || data === undefined) return;
      const locked = new Set(locksOf(data).keys());
      if (locked.size > 0) lock([event], { parts: locked, level: null });
      else lock([event], { parts: lockableParts(shown.problem, shown.timetable, event), level: 'user' });
    },
    unplace(events) {
      const shown = placed();
      if (shown === null) return;
      const edit = unplaceEdit(shown, events);
      actions.putBack();
      if (edit.changes.length > 0) actions.apply(edit, text('saidUnplaced', { count: edit.changes.length }));
    },
  };
}
