import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { cttReader } from '../../src/formats/ctt/ctt.ts';
import { readCttSolution } from '../../src/formats/ctt/solution.ts';
import { cttSolutionWriter } from '../../src/formats/ctt/solution-writer.ts';
import type { ProjectContent } from '../../src/formats/format.ts';
import { plainCtt } from './support/ctt-text.ts';
import { codesOf, remark, textFile, valueIn } from './support/files.ts';

const solution = `Algebra Hall 0 1
Algebra Hall 1 0
Botany Den 0 2
Chem Hall 0 0
Chem Den 1 1
`;

async function project(...solutions: string[]): Promise<Result<ProjectContent>> {
  const files = solutions.map((text, index) => textFile(`found${index}.sol`, text));
  return cttReader.read([textFile('small.ctt', plainCtt), ...files]);
}

const { problem } = valueIn(await project());

function read(text: string) {
  return readCttSolution(problem, new TextEncoder().encode(text), 'found.sol');
}

test('what is written is what was read', async () => {
  const content = valueIn(await project(solution));
  expect(content.timetables.map((entry) => entry.name)).toEqual(['found0.sol']);
  const written = valueIn(await cttSolutionWriter.write(content, null));
  expect(new TextDecoder().decode(written)).toBe(solution);
});

test('lines go to the lectures of a course in order, with its teacher', () => {
  expect(valueIn(read(solution)).assignments[1]).toEqual({
    eventId: 'Algebra#2',
    timeId: '1@0',
    roomIds: ['Hall'],
    instructorIds: ['Ada'],
  });
});

test('lectures without a line stay unplaced and are left out again', async () => {
  const result = read('Chem\tHall  0 0\r\n');
  expect(remark(result, 'solution.missing').value).toBe('4');
  const timetable = { id: 't', name: 't', createdAt: '', timetable: valueIn(result) };
  const written = await cttSolutionWriter.write({ problem, timetables: [timetable] }, 't');
  expect(codesOf(written)).toEqual(['write.unplaced']);
  expect(new TextDecoder().decode(valueIn(written))).toBe('Chem Hall 0 0\n');
});

describe('flaws', () => {
  test.each([
    ['Zoology Hall 0 0', 'solution.unknownReference', 'Zoology'],
    ['Algebra Attic 0 0', 'solution.unknownReference', 'Attic'],
    ['Algebra Hall 2 0', 'ctt.number', '2'],
    ['Algebra Hall 0 -1', 'ctt.number', '-1'],
    ['Algebra Hall 0', 'solution.fields', 'Algebra Hall 0'],
    ['Botany Hall 0 0\nBotany Hall 0 1', 'solution.tooMany', 'Botany Hall 0 1'],
  ])('%j', (text, code, value) => {
    const result = read(text);
    expect(result.ok).toBe(false);
    expect(remark(result, code).value).toBe(value);
    expect(remark(result, code).place).toMatch(/^found\.sol:\d$/);
  });

  test('a solution without its problem', () => {
    expect(cttReader.recognise([textFile('found.sol', solution)])).toBe(0);
  });

  test('no timetable to write', async () => {
    expect(codesOf(await cttSolutionWriter.write({ problem, timetables: [] }, null))).toEqual(['write.noTimetable']);
    expect(codesOf(await cttSolutionWriter.write(valueIn(await project(solution)), 'other'))).toEqual([
      'write.noTimetable',
    ]);
  });

  test('names with blanks cannot be written', async () => {
    const renamed = {
      ...problem,
      rooms: problem.rooms.map((room) => (room.id === 'Den' ? { ...room, id: 'the Den' } : room)),
    };
    const timetable = {
      assignments: [{ eventId: 'Botany#1', timeId: '0@0', roomIds: ['the Den'], instructorIds: ['Ben'] }],
    };
    const timetables = [{ id: 't', name: 't', createdAt: '', timetable }];
    const result = await cttSolutionWriter.write({ problem: renamed, timetables }, null);
    expect(remark(result, 'write.blank').value).toBe('the Den');
  });
});
