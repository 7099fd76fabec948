import { describe, expect, test } from 'vitest';
import { buildProblem } from '../../src/domain/build-problem.ts';
import type { Result } from '../../src/domain/result.ts';
import { cttReader } from '../../src/formats/ctt/ctt.ts';
import type { ProjectContent, SourceFile } from '../../src/formats/format.ts';
import { extendedCtt, plainCtt } from './support/ctt-text.ts';
import { codesOf, cp1252, remark, textFile, utf16, valueIn } from './support/files.ts';

// The reader answers at once; the contract also allows a promise.
function read(text: string | SourceFile): Result<ProjectContent> {
  return cttReader.read([typeof text === 'string' ? textFile('small.ctt', text) : text]) as Result<ProjectContent>;
}

describe('the plain form', () => {
  const { problem } = valueIn(read(plainCtt));

  test('makes one event per lecture with its teacher, curricula and size', () => {
    expect(problem.events.map((event) => event.id)).toEqual(['Algebra#1', 'Algebra#2', 'Botany#1', 'Chem#1', 'Chem#2']);
    expect(problem.events[0]).toMatchObject({
      courseId: 'Algebra',
      duration: 1,
      instructors: [{ id: 'Ada' }],
      groupIds: ['Q1', 'Q2'],
      size: 30,
    });
    expect(problem.events[4]?.groupIds).toEqual([]);
    expect(problem.instructors.map((instructor) => instructor.id)).toEqual(['Ada', 'Ben']);
  });

  test('makes days and hours, and says that the hours are assumed', () => {
    expect(problem.calendar.days).toEqual([
      { id: '0', name: 'Day 1' },
      { id: '1', name: 'Day 2' },
    ]);
    expect(problem.calendar.slots[2]).toEqual({ start: '10:00', end: '11:00' });
    expect(codesOf(read(plainCtt))).toEqual(['ctt.clock']);
  });

  test('makes the rules of the competition', () => {
    const rules = problem.rules.map(({ kind, scope, params, hard, weight }) => ({ kind, scope, params, hard, weight }));
    const slots = [
      { day: '0', slots: [0] },
      { day: '1', slots: [2] },
    ];
    expect(rules).toEqual([
      { kind: 'unavailable', scope: { of: 'courses', ids: ['Algebra'] }, params: { slots }, hard: true, weight: 1 },
      { kind: 'roomCapacity', scope: { of: 'events' }, params: {}, hard: false, weight: 1 },
      { kind: 'minDays', scope: { of: 'courses', ids: ['Botany'] }, params: { min: 1 }, hard: false, weight: 5 },
      {
        kind: 'minDays',
        scope: { of: 'courses', ids: ['Algebra', 'Chem'] },
        params: { min: 2 },
        hard: false,
        weight: 5,
      },
      { kind: 'isolated', scope: { of: 'groups' }, params: {}, hard: false, weight: 2 },
      { kind: 'roomStability', scope: { of: 'courses' }, params: { max: 1 }, hard: false, weight: 1 },
    ]);
    expect(buildProblem(problem).ok).toBe(true);
  });

  test.each([
    ['CRLF', plainCtt.replaceAll('\n', '\r\n')],
    ['CR', plainCtt.replaceAll('\n', '\r')],
    ['blanks and tabs', plainCtt.replaceAll(' ', ' \t  ').replaceAll('\n', '  \n\n')],
    ['no blank after the colon', plainCtt.replaceAll(': ', ':')],
    ['lower case headings', plainCtt.replace('COURSES:', 'courses:')],
  ])('is read with %s', (_, text) => {
    expect(valueIn(read(text)).problem).toEqual(problem);
  });

  test('is read in other encodings', () => {
    const text = plainCtt.replaceAll('Hall', 'Aula_Ä');
    for (const bytes of [cp1252(text), utf16(text, false, true), utf16(text, true, false)]) {
      expect(valueIn(read({ name: 'small.ctt', bytes })).problem.rooms[0]?.id).toBe('Aula_Ä');
    }
  });
});

describe('the extended form', () => {
  const result = read(extendedCtt);
  const { problem } = valueIn(result);

  test('allows each course the rooms that are not excluded', () => {
    const rule = problem.rules.find((candidate) => candidate.id === 'roomSuitability-Algebra');
    expect(rule).toMatchObject({ kind: 'roomSuitability', hard: true, params: { roomIds: ['Hall'] } });
    expect(buildProblem(problem).ok).toBe(true);
  });

  test('warns of a course without any room left', () => {
    expect(remark(result, 'ctt.noSuitableRoom').value).toBe('Chem');
  });

  test('keeps what is not enforced, with counts', () => {
    expect(problem.notEnforced.map(({ kind, count }) => [kind, count])).toEqual([
      ['Min_Max_Daily_Lectures', 2],
      ['DoubleLectures', 2],
      ['TravelDistance', 2],
    ]);
    expect(codesOf(result).filter((code) => code === 'import.notEnforced')).toHaveLength(3);
  });
});

describe('flawed files', () => {
  test.each<[string, string, string, string, string | undefined, string | undefined]>([
    ['wrong count', 'Courses: 3', 'Courses: 4', 'ctt.count', '4', 'small.ctt:2'],
    ['wrong count of a curriculum', 'Q2 1 Algebra', 'Q2 2 Algebra', 'ctt.curriculum', '2', 'small.ctt:20'],
    ['unknown course', 'Q2 1 Algebra', 'Q2 1 Zoology', 'ctt.unknownReference', 'Zoology', 'small.ctt:20'],
    ['unknown course of a constraint', 'Algebra 1 2', 'Latin 1 2', 'ctt.unknownReference', 'Latin', 'small.ctt:24'],
    ['duplicate course', 'Botany Ben', 'Algebra Ben', 'ctt.duplicate', 'Algebra', 'small.ctt:11'],
    ['duplicate room', 'Den\t15', 'Hall 15', 'ctt.duplicate', 'Hall', 'small.ctt:16'],
    [
      'duplicate in a curriculum',
      'Q1 2 Algebra Botany',
      'Q1 2 Algebra Algebra',
      'ctt.courseTwice',
      'Algebra',
      'small.ctt:19',
    ],
    ['negative number', 'Hall 40', 'Hall -40', 'ctt.number', '-40', 'small.ctt:15'],
    ['fraction', 'Ada 2 2 30', 'Ada 2.5 2 30', 'ctt.number', '2.5', 'small.ctt:10'],
    ['no number', 'Days: 2', 'Days: two', 'ctt.number', 'two', 'small.ctt:4'],
    ['missing field', 'Botany Ben 1 1 12', 'Botany Ben 1 1', 'ctt.fields', 'Botany Ben 1 1', 'small.ctt:11'],
    ['day out of range', 'Algebra 1 2', 'Algebra 2 2', 'ctt.number', '2', 'small.ctt:24'],
    ['period out of range', 'Algebra 1 2', 'Algebra 1 3', 'ctt.number', '3', 'small.ctt:24'],
    ['too long a day', 'Periods_per_day: 3', 'Periods_per_day: 40', 'ctt.number', '40', 'small.ctt:5'],
    ['missing header', 'Days: 2\n', '', 'ctt.header', undefined, 'small.ctt'],
  ])('%s', (_, from, to, code, value, place) => {
    const result = read(plainCtt.replace(from, to));
    expect(result.ok).toBe(false);
    const flaw = remark(result, code);
    expect(flaw.value).toBe(value);
    expect(flaw.place).toBe(place);
    expect(flaw.advice).toBeTruthy();
  });

  test('cut off before any line but the last says so', () => {
    const lines = plainCtt.trimEnd().split('\n');
    for (let kept = 1; kept < lines.length; kept++) {
      const text = lines.slice(0, kept).join('\n');
      const result = read(text);
      const complete = text.trimEnd().endsWith('Algebra 1 2');
      expect(result.ok, text).toBe(complete);
      expect(codesOf(result)).toContain('ctt.end');
      const expected = ['ctt.count', 'ctt.section', 'ctt.header'].some((code) => codesOf(result).includes(code));
      expect(expected, text).toBe(!complete);
    }
  });

  test('more than twenty flaws are summed up', () => {
    const wrong = Array.from({ length: 30 }, (_, index) => `Nobody${index} 0 0`).join('\n');
    const result = read(
      plainCtt.replace('Algebra 0 0\nAlgebra 1 2', wrong).replace('Constraints: 2', 'Constraints: 30'),
    );
    expect(result.diagnostics.filter((entry) => entry.code === 'ctt.unknownReference')).toHaveLength(20);
    expect(remark(result, 'ctt.more').value).toBe('10');
  });

  test('a repeated unavailability counts once', () => {
    const result = read(plainCtt.replace('Algebra 1 2', 'Algebra 0 0'));
    expect(remark(result, 'ctt.repeated').place).toBe('small.ctt:24');
    expect(valueIn(result).problem.rules[0]?.params).toEqual({ slots: [{ day: '0', slots: [0] }] });
  });

  test('a number that is only too large is not said to be none', () => {
    const result = read(plainCtt.replace('Algebra 1 2', 'Algebra 2 2'));
    expect(remark(result, 'ctt.number').advice).toBe('Correct the number.');
  });

  test('another text is given up at once', () => {
    const result = read('Dear timetabler,\nplease find attached\n'.repeat(1000));
    expect(codesOf(result)).toEqual(['ctt.headerLine']);
  });
});
