import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem, exampleRule } from '../../../src/domain/constraints/example-data.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { ProblemData } from '../../../src/domain/problem-data.ts';
import { Random } from '../../../src/domain/random.ts';
import { finish } from '../../../src/domain/steps.ts';
import { unplacedAssignment } from '../../../src/domain/timetable-data.ts';
import { type Conflict, type ConflictSearch, findConflicts } from '../../../src/engine/conflicts/conflicts.ts';
import { valueIn } from '../../formats/support/files.ts';
import { kernelModule } from '../../support/kernel-module.ts';
import { away, bestOfAll, groups, someOf, tinyProblem } from '../../support/tiny-problems.ts';

const debugKernel = kernelModule('debug');

function conflictsOf(problem: Problem, kernel = debugKernel): ConflictSearch {
  // nothing is placed, so everything is broken
  return finish(findConflicts(problem, { assignments: problem.events.map(unplacedAssignment) }, kernel));
}

function only(problem: Problem): Conflict {
  const { conflicts } = conflictsOf(problem);
  expect(conflicts).toHaveLength(1);
  return conflicts[0] as Conflict;
}

function build(data: ProblemData): Problem {
  return valueIn(buildProblem(data));
}

const sentences = ({ items }: Conflict) => items.map(({ sentence }) => sentence).sort();
const idsOf = (problem: Problem, { events }: Conflict) => events.map((event) => problem.events[event]?.id);

/** Events that get in nobody's way, and a rule about them. */
const bystanders = ['x', 'y', 'z'].map((id) => exampleEvent(id, { groupIds: ['c'], ...someOf('ben') }));
const bystandersRule = exampleRule('sameDays', { id: 'by', scope: { of: 'events', ids: ['x', 'y'] }, hard: true });

describe('conflicts', () => {
  it('names who is too often away, proved by counting', () => {
    const all = [0, 1, 2, 3];
    const problem = build(
      exampleProblem({
        groups,
        events: [
          ...bystanders,
          exampleEvent('a', { groupIds: ['a'], ...someOf('ada') }),
          exampleEvent('b', { groupIds: ['b'], ...someOf('ada') }),
        ],
        rules: [
          bystandersRule,
          away('instructors', 'ben', 'mon', [0]),
          away('instructors', 'ada', 'mon', [1, 2, 3]),
          away('instructors', 'ada', 'tue', all),
        ],
      }),
    );
    const conflict = only(problem);
    expect(idsOf(problem, conflict)).toEqual(['a', 'b']);
    expect(sentences(conflict)).toEqual([
      'Ada is not available on Monday 09:00–12:00',
      'Ada is not available on Tuesday',
      'Ada teaches one event at a time',
    ]);
    expect(conflict).toMatchObject({ proof: 'counting', faults: 1 });
    expect(conflict.reason).toContain('Ada');
    expect(conflict.items.map(({ gain }) => gain)).toEqual([1, 1, 1]);
  });

  it('finds rules about pairs that contradict each other, which no counting shows', () => {
    const order = (id: string, ids: readonly string[]) =>
      exampleRule('precedence', { id, scope: { of: 'events', ids }, hard: true });
    const problem = build(
      exampleProblem({
        groups,
        events: [...bystanders, ...['p', 'q', 'r'].map((id) => exampleEvent(id, { groupIds: [] }))],
        rules: [bystandersRule, order('1', ['p', 'q']), order('2', ['q', 'r']), order('3', ['r', 'p'])],
      }),
    );
    const conflict = only(problem);
    expect(idsOf(problem, conflict)).toEqual(['p', 'q', 'r']);
    expect(conflict.items.map(({ relaxation }) => relaxation)).toEqual([3, 1, 2].map(() => expect.anything()));
    expect(conflict.items.map(({ relaxation }) => relaxation.kind === 'rule' && relaxation.rule).sort()).toEqual([
      1, 2, 3,
    ]);
    expect(conflict).toMatchObject({ proof: 'search', reason: null, faults: 1 });
  });

  it('names locks on one place, and whoever is to be in two places', () => {
    const lock = { lock: { timeId: 'mon@0' } };
    const problem = build(
      exampleProblem({
        groups,
        events: [
          ...bystanders,
          exampleEvent('a', { name: 'Algebra', groupIds: ['a'], ...lock }),
          exampleEvent('b', { name: 'Botany', groupIds: ['a'], ...lock }),
        ],
        rules: [bystandersRule],
      }),
    );
    expect(sentences(only(problem))).toEqual([
      'Algebra stays as it is locked',
      'Botany stays as it is locked',
      'Group a attends one event at a time',
    ]);
  });

  it('takes all events of a class together where a rule wants many of them', () => {
    const problem = build(
      exampleProblem({
        groups,
        events: [
          ...bystanders,
          ...['1', '2', '3', '4'].map((id) => exampleEvent(id, { courseId: 'art', groupIds: ['a'] })),
        ],
        rules: [
          bystandersRule,
          exampleRule('minDays', { scope: { of: 'courses', ids: ['art'] }, params: { min: 4 }, hard: true }),
        ],
      }),
    );
    const conflict = only(problem);
    expect(conflict.events).toHaveLength(4);
    expect(conflict.items).toMatchObject([{ relaxation: { kind: 'rule', rule: 1 }, gain: 2 }]);
  });

  it('says of an event that cannot be placed at all that it has no room', () => {
    const problem = build(
      exampleProblem({
        groups,
        events: [...bystanders, exampleEvent('a', { groupIds: [], roomCount: 1, rooms: [] })],
        rules: [],
      }),
    );
    const conflict = only(problem);
    expect(idsOf(problem, conflict)).toEqual(['a']);
    expect(sentences(conflict)).toEqual(['Mathematics (a) has no possible room']);
    expect(conflict.proof).toBe('counting');
  });

  it('reports nothing of a timetable without faults', () => {
    const problem = build(exampleProblem({ groups, events: [exampleEvent('a', { groupIds: [] })], rules: [] }));
    const timetable = { assignments: [{ time: 0, rooms: [], instructors: [] }] };
    expect(finish(findConflicts(problem, timetable, debugKernel))).toEqual({ conflicts: [], hasUnexplained: false });
  });

  it('reports nothing where a bad timetable has a better one, but that it knows no reason', () => {
    const problem = build(exampleProblem({ groups, events: bystanders, rules: [bystandersRule] }));
    expect(conflictsOf(problem)).toEqual({ conflicts: [], hasUnexplained: true });
  });

  it('finds a conflict exactly where there is no timetable without faults', () => {
    const random = new Random(7);
    for (let turn = 0; turn < 12; turn++) {
      const problem = build(tinyProblem(random));
      const { conflicts } = conflictsOf(problem, kernelModule());
      expect(conflicts.length > 0).toBe(bestOfAll(problem) > 0);
    }
  });
});
