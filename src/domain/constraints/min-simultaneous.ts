import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount } from './masks.ts';
import { chosenMask, selectedCount } from './slot-selection.ts';

const events = [exampleEvent('a'), exampleEvent('b'), exampleEvent('c', { duration: 2 })];
const slots = [{ day: 'mon', slots: [0, 1] }];
const problemWith = (params: Readonly<Record<string, unknown>>) =>
  exampleProblem({ events, rules: [exampleRule('minSimultaneous', { params: { min: 2, slots, ...params } })] });

export const minSimultaneous = defineRule({
  id: 'minSimultaneous',
  title: 'Events at once, at least',
  doc:
    'For every chosen slot in which an event of the scope is held, the events that are missing to the limit; of every ' +
    'slot when none is chosen. Unless chosen slots may be empty, all events are missing in those that are. Source: ' +
    'ActivitiesMinSimultaneousInSelectedTimeSlots of FET.',
  sentence: 'Of {together} at least {min}{empty|, or none,|} at once {slots|in any slot}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    min: { type: 'integer', label: 'At least', bound: 'least', unit: 'events at once', min: 1, max: 1000, default: 2 },
    empty: { type: 'boolean', label: 'Slots may be empty', default: true },
    slots: { type: 'slots', label: 'In these slots (none: in all)', default: [] },
  },
  flaw: ({ empty, slots: chosen }) =>
    selectedCount(chosen) === 0 && (chosen.length > 0 || !empty) ? { name: 'slots', fault: 'fault_chooseSlot' } : null,
  aboutSet: true,
  overrides: false,
  measures: [
    {
      term: 'slotCount',
      amount: (count, day, slot, { problem, params: { min, slots: chosen } }) => {
        const isMeant = count > 0 && ((chosenMask(problem, chosen, day) >>> slot) & 1) === 1;
        return isMeant ? Math.max(0, min - count) : 0;
      },
      steepest: ({ min }) => min,
    },
    {
      term: 'weekTotal',
      value: (mask, day) => bitCount(mask & day.chosenMask),
      amount: (total, { min, empty, slots: chosen }) => (empty ? 0 : min * (selectedCount(chosen) - total)),
      steepest: ({ min }) => min,
    },
  ],
  reasons: {
    usual: '{has} events at once (at least {min}) on {day} {slots}: {events}',
    empty: '{missing} of the chosen slots are empty: {who}',
  },
  explain: ({ amount, total }, { params: { min } }) =>
    total === undefined
      ? { values: { has: min - amount } }
      : { use: 'empty', values: { missing: Math.round(amount / min) } },
  examples: [
    {
      title: 'Two at once, then one that lasts longer',
      problem: problemWith({}),
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@0' }, c: { time: 'mon@0' } },
      amount: 1,
    },
    {
      title: 'No chosen slot is used',
      problem: problemWith({}),
      timetable: { a: { time: 'mon@2' }, b: { time: 'tue@0' }, c: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'A chosen slot is empty, and must not be',
      problem: problemWith({ empty: false }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@0' }, c: { time: 'tue@0' } },
      amount: 2,
    },
    {
      title: 'Enough in both slots',
      problem: problemWith({ min: 1, empty: false }),
      timetable: { a: { time: 'tue@0' }, b: { time: 'mon@0' }, c: { time: 'mon@0' } },
      amount: 0,
    },
  ],
});
