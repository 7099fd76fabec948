import { defineRule } from './definition.ts';
import { exampleCalendar, exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { bitCount, gapSlots } from './masks.ts';
import { selectedCount } from './slot-selection.ts';

const events = [exampleEvent('a'), exampleEvent('b'), exampleEvent('c'), exampleEvent('d')];
const scope = { of: 'groups' } as const;
const rule = (max: number) => exampleRule('maxGapsPerWeek', { scope, params: { max } });

export const maxGapsPerWeek = defineRule({
  id: 'maxGapsPerWeek',
  title: 'Gaps per week',
  doc:
    'One unit for every gap slot of a week over the limit, all days together. A gap is a free slot between the first ' +
    'and the last busy one of a day that is no break and in which the person is available. Only chosen slots may count. ' +
    'Sources: max gaps per week, and max zero gaps per afternoon, of FET.',
  sentence: '{scope|has|have} at most {max|gap|gaps} {slots|a week}',
  scopes: ['groups', 'instructors'],
  params: {
    max: { type: 'integer', label: 'At most', bound: 'most', unit: 'gap slots a week', min: 0, max: 100, default: 2 },
    slots: { type: 'slots', label: 'Counting these slots (none: all)', default: [] },
  },
  flaw: ({ slots: chosen }) =>
    chosen.length > 0 && selectedCount(chosen) === 0 ? { name: 'slots', fault: 'fault_chooseSlot' } : null,
  overrides: true,
  measures: [
    {
      term: 'weekTotal',
      value: (mask, day) => bitCount(gapSlots(mask, day) & day.chosenMask),
      amount: (total, { max }) => Math.max(0, total - max),
    },
  ],
  reasons: {
    usual: '{who} has {has|free slot|free slots} between lessons in the week (at most {max})',
  },
  explain: ({ amount }, { params: { max } }) => ({ values: { has: amount + max } }),
  examples: [
    {
      title: 'Two gaps on one day and one on the other, of which two are allowed',
      problem: exampleProblem({ events, rules: [rule(2)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'tue@1' }, d: { time: 'tue@3' } },
      amount: 1,
    },
    {
      title: 'Two gaps on one day are allowed in a week',
      problem: exampleProblem({ events, rules: [rule(2)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'tue@1' }, d: { time: 'tue@2' } },
      amount: 0,
    },
    {
      title: 'Only gaps of Tuesday count',
      problem: exampleProblem({
        events,
        rules: [
          exampleRule('maxGapsPerWeek', { scope, params: { max: 0, slots: [{ day: 'tue', slots: [0, 1, 2, 3] }] } }),
        ],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' }, c: { time: 'tue@1' }, d: { time: 'tue@3' } },
      amount: 1,
    },
    {
      title: 'A break is no gap',
      problem: exampleProblem({ calendar: exampleCalendar(4, 1), events, rules: [rule(0)] }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@2' } },
      amount: 0,
    },
    {
      title: 'The rule on one group replaces the general one',
      problem: exampleProblem({
        events,
        rules: [
          rule(0),
          exampleRule('maxGapsPerWeek', { id: 'own', scope: { ...scope, ids: ['g'] }, params: { max: 1 } }),
        ],
      }),
      timetable: { a: { time: 'mon@0' }, b: { time: 'mon@3' } },
      amount: 1,
    },
  ],
});
