import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';

const event = exampleEvent('a', { instructors: [{ id: 'ada' }, { id: 'ben' }], instructorCount: 1 });

export const instructorSuitability = defineRule({
  id: 'instructorSuitability',
  title: 'Suitable instructors',
  doc:
    'One unit for every instructor of an event who is not in the list of allowed ones or, without a list, not in the ' +
    "event's qualified pool; while nobody is qualified, for every one. Source: qualifications of the schedule-engine.",
  sentence: '{event|is|are} taught by {instructorIds|somebody qualified}{nobodyYet| (nobody is yet)|}',
  scopes: ['events', 'courses', 'groups'],
  params: {
    instructorIds: { type: 'ids', label: 'Allowed instructors (empty: the pool)', of: 'instructors', default: [] },
    nobodyYet: { type: 'boolean', label: 'Nobody is qualified yet', default: false },
  },
  overrides: false,
  measures: [
    {
      term: 'unaryInstructor',
      amount: (event, instructor, { problem, params }) => {
        if (params.nobodyYet) return 1;
        const id = problem.instructors[instructor]?.id ?? '';
        if (params.instructorIds.length > 0) return params.instructorIds.includes(id) ? 0 : 1;
        const pool = problem.data.events[event.index]?.instructors ?? [];
        return pool.length === 0 || pool.some((candidate) => candidate.id === id) ? 0 : 1;
      },
    },
  ],
  reasons: {
    usual: '{who} should not teach {events}',
  },
  examples: [
    {
      title: 'Somebody outside the list of allowed instructors',
      problem: exampleProblem({
        events: [event],
        rules: [exampleRule('instructorSuitability', { params: { instructorIds: ['ada'] } })],
      }),
      timetable: { a: { time: 'mon@0', instructors: ['ben'] } },
      amount: 1,
    },
    {
      title: 'Somebody of the pool',
      problem: exampleProblem({ events: [event], rules: [exampleRule('instructorSuitability')] }),
      timetable: { a: { time: 'mon@0', instructors: ['ben'] } },
      amount: 0,
    },
    {
      title: 'A lock that puts in somebody who is not qualified',
      problem: exampleProblem({
        events: [exampleEvent('a', { instructors: [{ id: 'ada' }], lock: { instructorIds: ['ben'] } })],
        rules: [exampleRule('instructorSuitability')],
      }),
      timetable: { a: { time: 'mon@0', instructors: ['ben'] } },
      amount: 1,
    },
  ],
});
