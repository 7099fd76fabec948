import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { selectedMask } from './slot-selection.ts';

const rule = (wholly: boolean) =>
  exampleRule('preferredTime', { params: { slots: [{ day: 'mon', slots: [0, 1] }], wholly } });

export const preferredTime = defineRule({
  id: 'preferredTime',
  title: 'Preferred times',
  doc:
    'One unit for every event that does not start in one of the chosen slots, or, if asked, does not lie wholly inside ' +
    'them. An event on several days must do so on each. Sources: ActivityPreferredStartingTimes and …TimeSlots of FET, ' +
    'time penalties of ITC-2019.',
  sentence: '{event|has|have} {wholly|every slot|the first slot} {slots|at times still to be chosen}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    slots: { type: 'slots', label: 'Preferred slots', default: [] },
    wholly: { type: 'boolean', label: 'Wholly inside, not only the start', default: false },
  },
  overrides: false,
  measures: [
    {
      term: 'unaryTime',
      amount: (_event, time, { problem, params }) => {
        const needed = params.wholly ? ((1 << time.length) - 1) << time.start : 1 << time.start;
        const inside = time.days.every((day) => (needed & ~selectedMask(problem, params.slots, day)) === 0);
        return inside ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{events} starts outside the preferred times',
    wholly: '{events} lies outside the preferred times',
  },
  explain: (_, { params: { wholly } }) => ({ use: wholly ? 'wholly' : 'usual' }),
  examples: [
    {
      title: 'One event starts in a preferred slot, one does not',
      problem: exampleProblem({ events: [exampleEvent('a'), exampleEvent('b')], rules: [rule(false)] }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'tue@1' } },
      amount: 1,
    },
    {
      title: 'The start is inside, the end is not, and only the start is asked for',
      problem: exampleProblem({ events: [exampleEvent('a', { duration: 2 })], rules: [rule(false)] }),
      timetable: { a: { time: 'mon@1' } },
      amount: 0,
    },
    {
      title: 'The start is inside, the end is not, and the whole event should be',
      problem: exampleProblem({ events: [exampleEvent('a', { duration: 2 })], rules: [rule(true)] }),
      timetable: { a: { time: 'mon@1' } },
      amount: 1,
    },
  ],
});
