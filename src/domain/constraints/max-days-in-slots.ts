import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { selectedCount } from './slot-selection.ts';

const scope = { of: 'groups' } as const;
const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b')];
const slots = [
  { day: 'mon', slots: [2, 3] },
  { day: 'tue', slots: [0, 1, 2, 3] },
];
const problem = exampleProblem({
  events,
  rules: [exampleRule('maxDaysInSlots', { scope, params: { slots, max: 1 } })],
});

export const maxDaysInSlots = defineRule({
  id: 'maxDaysInSlots',
  title: 'Days with chosen slots',
  doc:
    'One unit for every day of a week with a busy slot among those chosen, over the limit: few afternoons, few early ' +
    'mornings, few Saturdays. Sources: MaxAfternoonsPerWeek, MaxMorningsPerWeek and AfternoonIntervalMaxDaysPerWeek of FET.',
  sentence: '{scope|is|are} busy on at most {max|day|days} a week, counting those with events {slots|in any slot}',
  scopes: ['groups', 'instructors'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'days', min: 0, max: 30, default: 1 },
    slots: { type: 'slots', label: 'With events in these slots (none: in any)', default: [] },
  },
  flaw: ({ slots: chosen }) =>
    chosen.length > 0 && selectedCount(chosen) === 0 ? { name: 'slots', fault: 'fault_chooseSlot' } : null,
  // What is asked of mornings says nothing about afternoons: several may hold for one person.
  overrides: false,
  measures: [
    {
      term: 'weekTotal',
      value: (mask, { chosenMask }) => ((mask & chosenMask) === 0 ? 0 : 1),
      amount: (total, { max }) => Math.max(0, total - max),
    },
  ],
  reasons: {
    usual: '{who} is busy in the chosen slots on {has|day|days} (at most {max})',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'In the second half of Monday and on Tuesday',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'tue@3' } },
      amount: 1,
    },
    {
      title: 'Before the chosen slots of Monday',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'tue@3' } },
      amount: 0,
    },
  ],
});
