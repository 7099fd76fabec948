import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem } from '../../src/domain/constraints/example-data.ts';
import { attendeesIn } from '../../src/domain/enrolments.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { explainViolation } from '../../src/domain/explain.ts';
import type { GroupData } from '../../src/domain/problem-data.ts';
import { firstSectioning } from '../../src/engine/first-sectioning.ts';
import { built } from '../support/build.ts';

/** Students who ask for a course of these events, of which the groups are given. */
function asked(groupsOf: Readonly<Record<string, readonly string[]>>, groups: readonly GroupData[] = []) {
  const events = Object.entries(groupsOf).map(([id, groupIds]) => exampleEvent(id, { groupIds, courseId: 'maths' }));
  const students = ['mia', 'max'].map((id) => ({ id, eventIds: [], courseIds: ['maths'] }));
  return built(
    exampleProblem({ courses: [{ id: 'maths', name: 'Mathematics' }], groups, events, students, rules: [] }),
  );
}

const group = (id: string, parentId?: string): GroupData => ({ id, name: id, size: 1, ...(parentId && { parentId }) });

describe('a course that says nothing of how it is attended', () => {
  const ways = (problem: ReturnType<typeof asked>) =>
    problem.sectioning?.optionsOf[0]?.map((option) => option.map((event) => problem.events[event]?.id).join(' '));

  test('is attended as a whole where no groups are named', () => {
    expect(ways(asked({ lecture: [], exercise: [] }))).toEqual(['lecture exercise']);
  });

  test('is attended with one of its groups, and with what is for everybody', () => {
    const groups = [group('a'), group('b')];
    expect(ways(asked({ lecture: [], first: ['a'], second: ['b'] }, groups))).toEqual([
      'lecture first',
      'lecture second',
    ]);
    expect(ways(asked({ lecture: ['a', 'b'], first: ['a'], second: ['b'] }, groups))).toEqual([
      'lecture first',
      'lecture second',
    ]);
    expect(ways(asked({ lecture: ['a'], more: ['a'] }, groups))).toEqual(['lecture more']);
  });

  test('counts what is for a year as part of what its halves attend', () => {
    const groups = [group('year'), group('a', 'year'), group('b', 'year')];
    expect(ways(asked({ lecture: ['year'], first: ['a'], second: ['b'] }, groups))).toEqual([
      'lecture first',
      'lecture second',
    ]);
  });

  test('has a place for everybody once it is sectioned', () => {
    const problem = asked({ lecture: [] });
    const assignments = [{ time: 0, rooms: [], instructors: [] }];
    const enrolment = firstSectioning(problem);
    const { violations } = evaluate(problem, { assignments, enrolment });
    expect(violations.filter(({ kind }) => kind === 'enrolled')).toEqual([]);
    expect(attendeesIn(problem, { assignments, enrolment }, 0)).toBe(2);
    expect(attendeesIn(problem, { assignments, enrolment: [0, -1] }, 0)).toBe(1);
  });
});

test('students without a place are told by the course that they ask for', () => {
  const problem = asked({ lecture: [] });
  const { violations } = evaluate(problem, {
    assignments: [{ time: 0, rooms: [], instructors: [] }],
    enrolment: [-1, -1],
  });
  const missing = violations.filter(({ kind }) => kind === 'enrolled');
  expect(missing).toMatchObject([{ amount: 2, cost: 2, events: [] }]);
  expect(missing.map((violation) => explainViolation(problem, violation))).toEqual([
    '2 students ask for Mathematics without a place in its events',
  ]);
});

test('a course that nobody can attend is told once, whoever asks for it', () => {
  const students = ['mia', 'max'].map((id) => ({ id, eventIds: [], courseIds: ['art'] }));
  const { diagnostics } = buildProblem(exampleProblem({ students, rules: [] }));
  expect(diagnostics.map(({ code }) => code)).toEqual(['problem.noAttendance']);
});
