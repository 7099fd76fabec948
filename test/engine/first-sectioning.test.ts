import { describe, expect, it } from 'vitest';
import { exampleEvent, exampleProblem } from '../../src/domain/constraints/example-data.ts';
import { firstSectioning } from '../../src/engine/first-sectioning.ts';
import { built } from '../support/build.ts';

/** Two courses with two alternative classes each. */
function choice(limit: number, wishes: readonly (readonly string[])[]) {
  const events = ['a', 'b', 'c', 'd'].map((id) =>
    exampleEvent(id, { groupIds: [], courseId: id < 'c' ? 'maths' : 'art', limit }),
  );
  return built(
    exampleProblem({
      courses: [
        { id: 'maths', name: 'Mathematics', configurations: [{ parts: [['a', 'b']] }] },
        { id: 'art', name: 'Art', configurations: [{ parts: [['c', 'd']] }] },
      ],
      events,
      students: wishes.map((courseIds, index) => ({ id: `s${index}`, eventIds: [], courseIds })),
      rules: [],
    }),
  );
}

describe('the first sectioning', () => {
  it('keeps limits', () => {
    const problem = choice(2, [['maths'], ['maths'], ['maths'], ['maths']]);
    const choices = firstSectioning(problem);
    expect(choices.filter((option) => option === 0)).toHaveLength(2);
    expect(choices.filter((option) => option === 1)).toHaveLength(2);
  });

  it('keeps students with the same courses together', () => {
    const both = ['maths', 'art'];
    const choices = firstSectioning(choice(2, [both, both, both, both]));
    const pairs = new Set([0, 1, 2, 3].map((student) => `${choices[2 * student]} ${choices[2 * student + 1]}`));
    expect(pairs.size).toBe(2);
  });

  it('gives everybody an option, even beyond a limit', () => {
    expect(firstSectioning(choice(0, [['art']]))).toEqual([0]);
  });

  it('is empty where nobody asks for a course', () => {
    expect(firstSectioning(built(exampleProblem({ rules: [] })))).toEqual([]);
  });
});
