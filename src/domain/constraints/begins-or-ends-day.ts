import type { MeetingTime, Problem } from '../problem.ts';
import { defineRule, type MeasureContext, type WeightedPair } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const events = [exampleEvent('a', { duration: 2 }), exampleEvent('b'), exampleEvent('c')];
const rule = (ends: boolean) =>
  exampleRule('beginsOrEndsDay', { scope: { of: 'events', ids: ['a'] }, params: { ends } });

export const beginsOrEndsDay = defineRule({
  id: 'beginsOrEndsDay',
  title: 'First or last of the day',
  doc:
    'The event is the first of its day for all its students, or, if asked, the last: one unit for every other event of ' +
    'a group of it, or of one that shares students with it, that starts before it, or ends after it, on the same day. ' +
    'Sources: ActivityBeginsStudentsDay and ActivityEndsStudentsDay of FET, where any such event breaks the rule.',
  sentence: '{event|is|are} {ends|the last|the first} of the day for all who attend',
  scopes: ['events', 'courses'],
  params: { ends: { type: 'boolean', label: 'The last instead of the first', default: false } },
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: withSharedStudents,
      amount: (first, second, { params }) => (isBeyond(first, second, params.ends) ? 1 : 0),
    },
  ],
  reasons: {
    usual: '{event} should begin the day of its students, but {other} starts earlier',
    last: '{event} should end the day of its students, but {other} ends later',
  },
  explain: ({ events: [event = -1, other = -1] }, { params: { ends }, names }) => ({
    use: ends ? 'last' : 'usual',
    values: { event: names.event(event), other: names.event(other) },
  }),
  examples: [
    {
      title: 'Two events come before it',
      problem: exampleProblem({ events, rules: [rule(false)] }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@0' }, c: { time: 'mon@1' } },
      amount: 2,
    },
    {
      title: 'It begins its day; what comes first on another day does not matter',
      problem: exampleProblem({ events, rules: [rule(false)] }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@3' }, c: { time: 'tue@0' } },
      amount: 0,
    },
    {
      title: 'It should end the day, and one event ends later',
      problem: exampleProblem({ events, rules: [rule(true)] }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@3' }, c: { time: 'mon@0' } },
      amount: 1,
    },
  ],
});

/** Each event in scope with every other one that has students in common with it through groups. */
function* withSharedStudents({ problem, rule: { events: inScope } }: MeasureContext<unknown>): Iterable<WeightedPair> {
  for (const first of inScope) {
    for (const second of companionsOf(problem, first)) yield { first, second, weight: 1 };
  }
}

function companionsOf({ events: all, resources }: Problem, event: number): Set<number> {
  const companions = new Set<number>();
  for (const index of all[event]?.staticResources ?? []) {
    const resource = resources[index];
    if (resource?.kind !== 'group' && resource?.kind !== 'overlap') continue;
    for (const other of resource.events) if (other !== event) companions.add(other);
  }
  return companions;
}

/** True when the two meet on one day and the second starts before the first, or ends after it. */
function isBeyond(first: MeetingTime, second: MeetingTime, ends: boolean): boolean {
  const outside = ends ? second.start + second.length > first.start + first.length : second.start < first.start;
  return outside && first.spans.some((span) => second.spans.some((other) => other.dayIndex === span.dayIndex));
}
