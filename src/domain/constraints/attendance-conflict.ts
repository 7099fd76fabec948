import { defineRule } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { enoughToMiss } from './travel.ts';

const problem = exampleProblem({
  courses: [
    { id: 'maths', name: 'Mathematics', configurations: [{ parts: [['a']] }] },
    { id: 'art', name: 'Art', configurations: [{ parts: [['b']] }] },
  ],
  events: [exampleEvent('a'), exampleEvent('b', { courseId: 'art', duration: 2 })],
  students: [
    { id: 's1', eventIds: [], courseIds: ['maths', 'art'] },
    { id: 's2', eventIds: [], courseIds: ['art', 'maths'] },
    { id: 's3', eventIds: [], courseIds: ['art'] },
  ],
  rules: [exampleRule('attendanceConflict')],
});

/** Equals the student conflicts of ITC-2019, where it is always soft. */
export const attendanceConflict = defineRule({
  id: 'attendanceConflict',
  title: 'Sectioned students with clashing events',
  doc:
    'One unit for every student who asks for courses and every two of the events chosen for him or her that overlap, or ' +
    'between which there is less time than the way between their (first) rooms takes. Always about all students, ' +
    'whatever the scope. Source: student conflicts of ITC-2019.',
  sentence: 'Students sectioned into {events} can attend all that was chosen for them, the way between rooms included',
  scopes: ['events'],
  params: {},
  overrides: false,
  measures: [{ term: 'attendance', enough: enoughToMiss }],
  reasons: {
    usual: '{amount|student|students} cannot attend both {events}',
  },
  examples: [
    {
      title: 'Two students take both courses, whose only events overlap',
      problem,
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@0' } },
      enrolment: { s1: ['a', 'b'], s2: ['a', 'b'], s3: ['b'] },
      amount: 2,
    },
    {
      title: 'One after the other',
      problem,
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@0' } },
      enrolment: { s1: ['a', 'b'], s2: ['a', 'b'], s3: ['b'] },
      amount: 0,
    },
  ],
});
