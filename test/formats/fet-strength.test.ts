import { describe, expect, test } from 'vitest';
import { read, rulesOf } from './support/fet-read.ts';
import { constraint } from './support/fet-text.ts';
import { codesOf, remark, valueIn } from './support/files.ts';

describe('percentages', () => {
  const weightOf = (percent: number) => {
    const [rule] = rulesOf({ time: constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }, percent) });
    return rule === undefined ? null : rule.hard ? 'hard' : rule.weight;
  };

  test.each([
    [100, 'hard'],
    [99.75, 100],
    [99, 99],
    [95, 19],
    [50, 1],
    [1, 1],
    [0, null],
  ])('%d becomes %s', (percent, expected) => expect(weightOf(percent)).toBe(expected));

  test('are listed with the weights they became', () => {
    const time = constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }, 95).repeat(2);
    expect(remark(read({ time }), 'fet.percentages').value).toBe('95 % → 19 (2)');
  });
});

describe('what is not enforced', () => {
  test('is kept word for word with its number, and said', () => {
    const own = constraint('StudentsChessClub', { Boards: '3 < 4'.replace('<', '&lt;') });
    const result = read({ time: own.repeat(2) });
    const kept = valueIn(result).problem.notEnforced.find(({ kind }) => kind === 'ConstraintStudentsChessClub');
    expect(kept).toMatchObject({ format: 'fet', count: 2 });
    expect(kept?.text).toBe(own.repeat(2).trim());
    const said = result.diagnostics
      .filter(({ code }) => code === 'fet.notEnforced')
      .map(({ message, value }) => [message, value]);
    expect(said).toContainEqual(['"ConstraintStudentsChessClub" is kept, but not enforced.', '2']);
  });

  test('includes constraints that are not active or have 0 %', () => {
    const time =
      constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }).replace('<Active>true', '<Active>false') +
      constraint('TeachersMaxHoursDaily', { Maximum_Hours_Daily: 2 }, 0);
    const { problem } = valueIn(read({ time }));
    expect(problem.rules).toEqual([]);
    const [kept] = problem.notEnforced;
    expect(kept).toMatchObject({ kind: 'ConstraintTeachersMaxHoursDaily (inactive)', count: 2 });
  });

  test('includes a variant of a known constraint that no rule can express', () => {
    const time = constraint('StudentsMaxSpanPerDay', { Max_Span: 4, Allow_One_Day_Exception_of_Plus_One: true });
    expect(valueIn(read({ time })).problem.rules).toEqual([]);
    expect(codesOf(read({ time }))).toContain('fet.notEnforced');
  });
});
