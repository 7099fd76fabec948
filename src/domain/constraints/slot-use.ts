import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';
import { selectedCount } from './slot-selection.ts';

const events = [exampleEvent('a'), exampleEvent('b'), exampleEvent('c', { duration: 2 })];
const slots = [{ day: 'mon', slots: [0, 1, 2] }];
const problem = exampleProblem({
  events,
  rules: [exampleRule('slotUse', { params: { min: 1, max: 2, slots } })],
});

export const slotUse = defineRule({
  id: 'slotUse',
  title: 'Use of slots',
  doc:
    'The number of chosen slots of a week in which an event of the scope is held, under or over the limits; all slots ' +
    'when none is chosen. Sources: ActivitiesOccupyMinTimeSlotsFromSelection and …MaxTimeSlots… of FET.',
  sentence: '{together} use {min} to {max|slot|slots}, counted {slots|over the whole week}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'slots', min: 0, max: 200, default: 0 },
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'slots', min: 0, max: 200, default: 10 },
    slots: { type: 'slots', label: 'Of these slots (none: of all)', default: [] },
  },
  flaw: ({ min, max, slots: chosen }) => {
    if (min > max) return { name: 'min', fault: 'fault_aboveMax' };
    if (chosen.length === 0) return null;
    const count = selectedCount(chosen);
    if (count === 0) return { name: 'slots', fault: 'fault_chooseSlot' };
    return min > count ? { name: 'min', fault: 'fault_aboveChosen', values: { count } } : null;
  },
  aboutSet: true,
  overrides: false,
  measures: [
    {
      term: 'weekTotal',
      value: (mask, { chosenMask }) => bitCount(mask & chosenMask),
      amount: (total, { min, max }) => Math.max(0, min - total) + Math.max(0, total - max),
    },
  ],
  reasons: {
    usual: '{total} of the chosen slots are used by {who} ({min} to {max})',
    most: '{total} of the chosen slots are used by {who} (at most {max})',
  },
  explain: ({ total = 0 }, { params: { min } }) => ({ use: min === 0 ? 'most' : 'usual', values: { total } }),
  examples: [
    {
      title: 'Three chosen slots are used, at most two',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@0' }, c: { time: 'mon@1' } },
      amount: 1,
    },
    {
      title: 'None is used, at least one',
      problem,
      timetable: { a: { time: 'mon@3' }, b: { time: 'tue@0' }, c: { time: 'tue@1' } },
      amount: 1,
    },
    {
      title: 'A slot used twice counts once',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@0' }, c: { time: 'mon@2' } },
      amount: 0,
    },
  ],
});
