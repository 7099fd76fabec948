import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { chosenMask, selectedCount } from './slot-selection.ts';

const events = [exampleEvent('a'), exampleEvent('b'), exampleEvent('c', { duration: 2 })];
const rule = (params: Readonly<Record<string, unknown>>) => exampleRule('maxSimultaneous', { params });
const problem = exampleProblem({ events, rules: [rule({ max: 1 })] });

export const maxSimultaneous = defineRule({
  id: 'maxSimultaneous',
  title: 'Events at once',
  doc:
    'For every chosen slot, the events of the scope over the limit that are held in it; in every slot when none is ' +
    'chosen. Sources: ActivitiesMaxSimultaneousInSelectedTimeSlots of FET, SPREAD of UniTime.',
  sentence: 'Of {together} at most {max} at once {slots|in any slot}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'events at once', min: 0, max: 1000, default: 1 },
    slots: { type: 'slots', label: 'In these slots (none: in all)', default: [] },
  },
  flaw: ({ slots }) =>
    slots.length > 0 && selectedCount(slots) === 0 ? { name: 'slots', fault: 'fault_chooseSlot' } : null,
  aboutSet: true,
  overrides: false,
  measures: [
    {
      term: 'slotCount',
      amount: (count, day, slot, context) => {
        const { max, slots } = context.params;
        return ((chosenMask(context.problem, slots, day) >>> slot) & 1) === 0 ? 0 : Math.max(0, count - max);
      },
    },
  ],
  reasons: {
    usual: '{has} events at once (at most {max}) on {day} {slots}: {events}',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'Three at once in one slot, two in the next',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@0' }, c: { time: 'mon@0' } },
      amount: 2,
    },
    {
      title: 'One after the other',
      problem,
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@2' } },
      amount: 0,
    },
    {
      title: 'Only the chosen slots count',
      problem: exampleProblem({ events, rules: [rule({ max: 1, slots: [{ day: 'mon', slots: [1] }] })] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@0' } },
      amount: 1,
    },
    {
      title: 'Events that are left out do not count',
      problem: exampleProblem({
        events,
        rules: [exampleRule('maxSimultaneous', { scope: { of: 'events', except: ['c'] }, params: { max: 1 } })],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@1' }, c: { time: 'mon@0' } },
      amount: 0,
    },
  ],
});
