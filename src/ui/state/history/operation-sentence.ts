import {
  type ListName,
  listNames,
  type OperationAction,
  type OperationLabel,
} from '../../../domain/operations/operation.ts';
import type { Translate } from '../../text/text.tsx';

/** What an action is said of when the label names neither. */
type Spoken = 'things' | 'events' | 'rules' | 'timetable' | 'project';

const objectOf: Readonly<Record<OperationAction, Spoken>> = {
  add: 'things',
  change: 'things',
  remove: 'things',
  paste: 'things',
  import: 'things',
  rename: 'project',
  changeCalendar: 'project',
  paintAvailability: 'things',
  addRule: 'rules',
  changeRule: 'rules',
  removeRule: 'rules',
  switchRule: 'rules',
  place: 'events',
  swap: 'events',
  unplace: 'events',
  changeRoom: 'events',
  changeInstructor: 'events',
  lock: 'events',
  unlock: 'events',
  fixLocally: 'events',
  cover: 'events',
  uncover: 'events',
  noteCover: 'events',
  restoreVersion: 'project',
  addTimetable: 'timetable',
  copyTimetable: 'timetable',
  renameTimetable: 'timetable',
  removeTimetable: 'timetable',
};

/** What was done, as a sentence: "Changed 3 rooms", "Swapped Algebra L1 (2)". With `time`, where it was placed. */
export function operationSentence(text: Translate, label: OperationLabel, time: string | null = null): string {
  const { action } = label;
  // Stored by another version of the app, which knows more actions.
  if (!Object.hasOwn(objectOf, action)) return text('didSomething');
  if (action === 'changeCalendar') return text('did_changeCalendar');
  const what = whatOf(text, label);
  if (action === 'place' && time !== null) return text('did_placeAt', { what, time });
  return text(`did_${action}`, { what }).trim();
}

function whatOf(text: Translate, { action, subject, count = 0 }: OperationLabel): string {
  if (isListName(subject)) return text(`list_${subject}`, { count });
  if (subject !== undefined && subject !== '') return text('whatNamed', { name: subject, count });
  switch (objectOf[action]) {
    case 'project':
      return text('whatProject');
    case 'timetable':
      return text('whatTimetable');
    case 'events':
      return text('whatEvents', { count });
    case 'rules':
      return text('whatRules', { count });
    default:
      return text('whatThings', { count: Math.max(1, count) });
  }
}

export function isListName(subject: string | undefined): subject is ListName {
  return (listNames as readonly (string | undefined)[]).includes(subject);
}
