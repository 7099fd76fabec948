import { describe, expect, test } from 'vitest';
import { idOfName, joinedNames, splitNames } from '../../../src/ui/state/table/names.ts';
import { smallSchool } from '../../support/small-school.ts';

const [first, second, third] = smallSchool.events;
if (first === undefined || second === undefined || third === undefined) throw new Error('the school has fewer events');
const data = {
  ...smallSchool,
  courses: [
    { id: 'maths', name: 'Mathematics' },
    { id: 'art', name: 'Art' },
  ],
  events: [
    { ...first, id: 'm-1', courseId: 'maths', name: undefined },
    { ...second, id: 'm-2', courseId: 'maths', name: undefined },
    { ...third, id: 'a-1', courseId: 'art', name: undefined },
    { ...third, id: 'a-2', courseId: 'art', name: 'Studio' },
  ].map(({ name, ...event }) => (name === undefined ? event : { ...event, name })),
};

describe('events that cells refer to', () => {
  test('are called after their courses, with the id where that is not enough', () => {
    expect(joinedNames(data, 'events', ['m-1', 'a-1', 'a-2'])).toBe('Mathematics (m-1), Art, Studio');
  });

  test('are found by what is shown and by their ids', () => {
    const names = splitNames(data, 'events', 'mathematics (m-2), Art; a-2');
    expect(names.map((name) => idOfName(data, 'events', name))).toEqual(['m-2', 'a-1', 'a-2']);
  });

  test('follow a course that is renamed', () => {
    expect(joinedNames(data, 'events', ['a-1'])).toBe('Art');
    const renamed = { ...data, courses: data.courses.map((course) => ({ ...course, name: `New ${course.name}` })) };
    expect(joinedNames(renamed, 'events', ['a-1'])).toBe('New Art');
  });
});
