import { expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import { exampleEvent, exampleProblem, exampleRule } from '../../src/domain/constraints/example-data.ts';
import { byMember, DayTables, measuresOf } from '../../src/engine/tabulate.ts';

/** Ada and Ben have a rule each; Ben is away on Monday at the second hour. */
function tablesOf(kind: string, limits: readonly number[]) {
  const rule = (who: string, max: number) =>
    exampleRule(kind, { id: who, scope: { of: 'instructors', ids: [who] }, params: { max }, hard: true });
  const away = exampleRule('unavailable', {
    scope: { of: 'instructors', ids: ['ben'] },
    params: { slots: [{ day: 'mon', slots: [1] }] },
  });
  const built = buildProblem(
    exampleProblem({
      events: ['ada', 'ben'].map((id) => exampleEvent(id, { instructors: [{ id }] })),
      rules: [...limits.map((max, index) => rule(index === 0 ? 'ada' : 'ben', max)), away],
    }),
  );
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
  const problem = built.value;
  const tables = new DayTables(problem);
  const measures = byMember(measuresOf(problem, 'dayShape', true), (item) => item.resources);
  const [ada = 0, ben = 0] = problem.resourceOfInstructor;
  return (who: 'ada' | 'ben', day: number) => {
    const resource = who === 'ada' ? ada : ben;
    return tables.table(measures.get(resource) ?? [], resource, day);
  };
}

test('a table is shared by all whose rules ask for the same, however many rules there are', () => {
  const table = tablesOf('maxLoadPerDay', [2, 2]);
  expect(table('ben', 0)).toBe(table('ada', 0));
  expect(table('ben', 1)).toBe(table('ada', 0));
  expect([...table('ada', 0).values].filter((amount) => amount > 0)).toEqual([1, 1, 1, 1, 2]);
  const different = tablesOf('maxLoadPerDay', [2, 3]);
  expect(different('ben', 0)).not.toBe(different('ada', 0));
});

test('days differ where a rule looks at what differs in them', () => {
  const table = tablesOf('maxGapsPerDay', [0, 0]);
  const busy = 0b101;
  expect(table('ada', 0).values[busy]).toBe(1);
  expect(table('ben', 0).values[busy]).toBe(0);
  expect(table('ben', 1)).toBe(table('ada', 1));
});
