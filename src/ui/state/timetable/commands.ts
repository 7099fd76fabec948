import type { Command } from '../../commands.ts';
import type { TimetableState } from './state.ts';

/** What the keys do on the timetable page. Arrows, Enter and Escape belong to the grid. */
export function timetableCommands(state: TimetableState): readonly Command[] {
  const { selection, actions, suggestions } = state;
  const hasTimetable = () => selection.placed() !== null;
  const hasCard = () => hasTimetable() && state.subject() !== null;
  const withCard = (use: (event: number) => void) => () => {
    const event = state.subject();
    if (event === null) return;
    if (event !== selection.event()) selection.chooseEvent(event);
    use(event);
  };
  /** For what changes a card at once: on an empty cell nobody sees which one that would be. */
  const withCardHere = (use: (event: number) => void) => () =>
    state.isAtEmptyCell() ? actions.say(state.context.text('saidNoCardHere')) : withCard(use)();
  return [
    {
      id: 'timetablePickUp',
      title: 'commandPickUp',
      group: 'timetable',
      keys: ['m'],
      isEnabled: () => hasCard() && actions.held() === null,
      run: withCard(state.pickUp),
    },
    {
      id: 'timetableLock',
      title: 'commandLock',
      group: 'timetable',
      keys: ['l'],
      isEnabled: hasCard,
      run: withCardHere(state.toggleLock),
    },
    {
      id: 'timetableRoom',
      title: 'commandRoom',
      group: 'timetable',
      keys: ['r'],
      isEnabled: hasCard,
      run: withCard(() => {
        actions.putBack();
        state.choose('rooms');
      }),
    },
    {
      id: 'timetableTray',
      title: 'commandTray',
      group: 'timetable',
      keys: ['u'],
      isEnabled: hasCard,
      run: withCardHere((event) => state.unplace([event])),
    },
    {
      id: 'timetableSuggest',
      title: 'commandSuggest',
      group: 'timetable',
      keys: ['s'],
      isEnabled: hasCard,
      run: withCard(suggestions.ask),
    },
    {
      id: 'timetableNext',
      title: 'commandNext',
      group: 'timetable',
      keys: ['n'],
      isEnabled: hasTimetable,
      run: suggestions.next,
    },
    {
      id: 'timetableFix',
      title: 'commandFix',
      group: 'timetable',
      keys: ['f'],
      isEnabled: hasTimetable,
      run: () => state.show('fix'),
    },
    {
      id: 'timetableLockMany',
      title: 'commandLockMany',
      group: 'timetable',
      keys: ['Shift+l'],
      isEnabled: hasTimetable,
      run: () => state.show('lock'),
    },
    {
      id: 'timetableMaster',
      title: 'commandMaster',
      group: 'view',
      isEnabled: hasTimetable,
      run: () => selection.chooseLayout('master', selection.rows()),
    },
  ];
}
