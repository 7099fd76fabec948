import type { Problem } from '../problem.ts';
import { defineRule, type WeightedPair } from './definition.ts';
import { exampleEvent, exampleProblem, exampleRule } from './example-data.ts';
import { timesOverlap } from './pairs.ts';

const events = [exampleEvent('a', { groupIds: [] }), exampleEvent('b', { groupIds: [], courseId: 'art', duration: 2 })];
const students = [
  { id: 's1', eventIds: ['a', 'b'] },
  { id: 's2', eventIds: ['b', 'a'] },
  { id: 's3', eventIds: ['a'] },
];

/** Who attends what, as two lists of lists: `first[i] … first[i + 1] − 1` are the places of list i. */
interface Attendance {
  readonly firstOfStudent: Int32Array;
  readonly events: Int32Array;
  readonly firstOfEvent: Int32Array;
  readonly students: Int32Array;
}

/** Kept with the problem: every evaluation asks for it, and it takes longer to find than to count the pairs. */
const known = new WeakMap<Problem, Map<readonly number[], Attendance>>();

function attendanceOf(problem: Problem, scope: readonly number[]): Attendance {
  const ofScopes = known.get(problem) ?? new Map<readonly number[], Attendance>();
  known.set(problem, ofScopes);
  const attendance = ofScopes.get(scope) ?? findAttendance(problem, scope);
  ofScopes.set(scope, attendance);
  return attendance;
}

function findAttendance(problem: Problem, scope: readonly number[]): Attendance {
  const inScope = new Uint8Array(problem.events.length);
  for (const event of scope) inScope[event] = 1;
  const indexOf = new Map(problem.events.map((event) => [event.id, event.index]));
  const { students: people } = problem.data;
  const firstOfStudent = new Int32Array(people.length + 1);
  const firstOfEvent = new Int32Array(problem.events.length + 1);
  const attended: number[] = [];
  people.forEach(({ eventIds }, student) => {
    for (const id of new Set(eventIds)) {
      const event = indexOf.get(id) ?? -1;
      if (inScope[event] !== 1) continue;
      attended.push(event);
      firstOfEvent[event + 1] = (firstOfEvent[event + 1] ?? 0) + 1;
    }
    firstOfStudent[student + 1] = attended.length;
  });
  for (let event = 0; event < problem.events.length; event++) {
    firstOfEvent[event + 1] = (firstOfEvent[event + 1] ?? 0) + (firstOfEvent[event] ?? 0);
  }
  const events = Int32Array.from(attended);
  const students = new Int32Array(events.length);
  const next = firstOfEvent.slice();
  for (let student = 0; student < people.length; student++) {
    for (let at = firstOfStudent[student] ?? 0; at < (firstOfStudent[student + 1] ?? 0); at++) {
      const event = events[at] ?? 0;
      const place = next[event] ?? 0;
      students[place] = student;
      next[event] = place + 1;
    }
  }
  return { firstOfStudent, events, firstOfEvent, students };
}

/**
 * Every two of the events that students attend individually, with the number of students who attend both. One event
 * after the other, so that there is one counter for each event and not one for each of the pairs, which may be millions.
 */
function* studentsInCommon(problem: Problem, scope: readonly number[]): Iterable<WeightedPair> {
  const { firstOfStudent, events, firstOfEvent, students } = attendanceOf(problem, scope);
  const common = new Int32Array(problem.events.length);
  const others = new Int32Array(problem.events.length);
  for (let first = 0; first < problem.events.length; first++) {
    let count = 0;
    for (let k = firstOfEvent[first] ?? 0; k < (firstOfEvent[first + 1] ?? 0); k++) {
      const student = students[k] ?? 0;
      const end = firstOfStudent[student + 1] ?? 0;
      for (let at = firstOfStudent[student] ?? 0; at < end; at++) {
        const second = events[at] ?? 0;
        if (second <= first) continue;
        if (common[second] === 0) others[count++] = second;
        common[second] = (common[second] ?? 0) + 1;
      }
    }
    for (const second of others.subarray(0, count).sort()) {
      yield { first, second, weight: common[second] ?? 0 };
      common[second] = 0;
    }
  }
}

export const studentConflict = defineRule({
  id: 'studentConflict',
  title: 'Students with clashing events',
  doc:
    'One unit for every student and every two of the events he or she attends individually that overlap. Source: ' +
    'student conflicts of ITC-2019 (without travel times).',
  scopes: ['events', 'courses'],
  params: {},
  overrides: false,
  measures: [
    {
      term: 'timePair',
      pairs: ({ problem, rule }) => studentsInCommon(problem, rule.events),
      amount: (first, second) => (timesOverlap(first, second) ? 1 : 0),
    },
  ],
  explain: (violation, { names }) =>
    `${violation.amount} ${violation.amount === 1 ? 'student has' : 'students have'} ${names.events(violation.events)} at the same time`,
  examples: [
    {
      title: 'Two students attend both events, and these overlap',
      problem: exampleProblem({ events, students, rules: [exampleRule('studentConflict')] }),
      timetable: { a: { time: 'mon@1' }, b: { time: 'mon@0' } },
      amount: 2,
    },
    {
      title: 'One after the other',
      problem: exampleProblem({ events, students, rules: [exampleRule('studentConflict')] }),
      timetable: { a: { time: 'mon@2' }, b: { time: 'mon@0' } },
      amount: 0,
    },
  ],
});
