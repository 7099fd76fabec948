import { describe, expect, it } from 'vitest';
import { folded } from '../../../src/domain/search/folding.ts';
import {
  type FoundKind,
  projectEntries,
  type SearchEntry,
  search,
  searchIndexOf,
} from '../../../src/domain/search/search.ts';
import { enterpriseProblem, enterpriseSize } from '../../support/enterprise-problem.ts';
import { processorTime } from '../../support/processor-time.ts';

const entry = (kind: FoundKind, name: string, more = ''): SearchEntry => ({
  kind,
  id: name,
  name,
  detail: '',
  more,
});
const names = (index: ReturnType<typeof searchIndexOf>, query: string, limit = 10) =>
  search(index, query, limit).map(({ name }) => name);

describe('searching', () => {
  const index = searchIndexOf([
    entry('instructor', 'Kärl Müller'),
    entry('instructor', 'Marta Karlsson'),
    entry('room', 'Großer Saal', 'R-12 laboratory projector'),
    entry('course', 'Carl’s theorem'),
    entry('course', 'Karl'),
    entry('group', 'BCE2A'),
    entry('group', 'Øst'),
    entry('course', 'अंग्रेजी'),
  ]);

  it.each([
    ['karl', ['Karl', 'Kärl Müller', 'Marta Karlsson']],
    ['MULLER', ['Kärl Müller']],
    ['arl', ['Carl’s theorem', 'Karl', 'Kärl Müller', 'Marta Karlsson']],
    ['sson ma', ['Marta Karlsson']],
    ['grosser', ['Großer Saal']],
    ['lab saal', ['Großer Saal']],
    ['2a', ['BCE2A']],
    ['ost', ['Øst']],
    ['अंग्रेजी', ['अंग्रेजी']],
    ['  ', []],
    ['xyz', []],
  ])('“%s” finds %j', (query, expected) => {
    expect(names(index, query)).toEqual(expected);
  });

  it('prefers a name to what else is told', () => {
    const rooms = searchIndexOf([entry('room', 'A', 'physics'), entry('room', 'Biophysics lab')]);
    expect(names(rooms, 'physics')).toEqual(['Biophysics lab', 'A']);
  });

  it('leaves room for everything else where there are many of a kind', () => {
    const lessons = Array.from({ length: 50 }, (_, number) => entry('event', `Mathematics ${number}`));
    const found = names(searchIndexOf([...lessons, entry('instructor', 'Mr Maple')]), 'ma', 40);
    expect(found).toHaveLength(9);
    expect(found.at(-1)).toBe('Mr Maple');
  });

  it('names what reads alike once', () => {
    const lessons = ['e1', 'e2'].map((id) => ({ ...entry('event', 'Mathematics'), id, more: id }));
    const index = searchIndexOf(lessons);
    expect(search(index, 'math', 9).map(({ id }) => id)).toEqual(['e1']);
    expect(search(index, 'e2', 9).map(({ id }) => id)).toEqual(['e2']);
  });

  it('gives no more than was asked for, the best ones', () => {
    const many = searchIndexOf([
      ...Array.from({ length: 50 }, (_, number) => entry('student', `Anna ${number}`)),
      entry('student', 'Anna'),
    ]);
    const found = names(many, 'anna', 5);
    expect(found).toHaveLength(5);
    expect(found[0]).toBe('Anna');
  });
});

it('keeps the signs that make words of a script differ', () => {
  expect(folded('किताब')).not.toBe(folded('कताब'));
  expect(folded('Éçole')).toBe('ecole');
});

it('finds an event by its course and its groups', () => {
  const index = searchIndexOf(
    projectEntries({
      name: '',
      calendar: { days: [], slots: [], weekCount: 1, breaks: [], closed: [] },
      meetingTimes: [],
      courses: [{ id: 'm', name: 'Mathematics' }],
      rooms: [],
      instructors: [],
      groups: [{ id: 'g', name: 'Year 1', size: 3 }],
      students: [{ id: 's1', eventIds: [] }],
      events: [{ id: 'e1', courseId: 'm', name: 'Exercise', duration: 1, groupIds: ['g'] }],
      rules: [],
      notEnforced: [],
    }),
  );
  expect(search(index, 'maths', 9)).toEqual([]);
  expect(search(index, 'mathematics', 9).map(({ name, detail }) => [name, detail])).toEqual([
    ['Mathematics', 'Year 1'],
    ['Exercise', 'Mathematics, Year 1'],
  ]);
  expect(search(index, 'exerc year', 9).map(({ kind, id }) => [kind, id])).toEqual([['event', 'e1']]);
  expect(search(index, 's1', 9).map(({ kind, name }) => [kind, name])).toEqual([['student', 's1']]);
});

it('searches a university of 19,000 students while somebody types', () => {
  const { problem } = enterpriseProblem(enterpriseSize(1));
  const students = problem.students.map((student, number) => ({ ...student, name: `José Pérez ${number}` }));
  const index = searchIndexOf(projectEntries({ ...problem, students }));
  expect(index.length).toBeGreaterThan(26_000);
  const times: number[] = [];
  for (const query of ['p', 'pe', 'per', 'perez', 'perez 190', 'instructor 12', 'e', 'zzz']) {
    times.push(processorTime(() => search(index, query, 50)));
  }
  console.log(`searches of ${index.length} names: ${times.map((time) => Math.round(time)).join(', ')} ms`);
  const middle = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  expect(middle).toBeLessThan(50);
  expect(search(index, 'perez 19000', 5).map(({ name }) => name)).toEqual(['José Pérez 19000']);
});
