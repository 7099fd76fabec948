import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import { unpackTimetable } from '../../src/domain/packed-timetable.ts';
import { toTimetableData } from '../../src/domain/timetable-data.ts';
import type { TimetableRecord } from '../../src/storage/records.ts';
import { createStartForm, parseStartField } from '../../src/ui/state/runs/start-form.ts';
import { builtSmallSchool, timetableOf } from '../support/small-school.ts';

const problem = builtSmallSchool();
const timetable = timetableOf(problem, { all: 'mon@0', left: 'mon@3' });
const record = (id: string): TimetableRecord => ({
  id,
  version: 1,
  projectId: 'p',
  name: id,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  runId: null,
  score: null,
  timetable: toTimetableData(problem, timetable),
});

function formOf(records: readonly TimetableRecord[], wanted?: string) {
  const find = (id: string | undefined) => records.find((item) => item.id === id) ?? records[0] ?? null;
  return createRoot(() =>
    createStartForm({ problem: () => problem, timetables: () => records, timetable: find }, wanted),
  );
}

test('a run begins with nothing unless told otherwise, and whenever there is no timetable', () => {
  expect(formOf([record('a')]).start()).toBeUndefined();
  const empty = formOf([], 'gone');
  expect([empty.mode(), empty.record(), empty.start()]).toEqual(['nothing', null, undefined]);
});

test('the timetable that the address names is to be improved: nothing is dear, nothing limited', () => {
  const form = formOf([record('a'), record('b')], 'b');
  expect([form.mode(), form.record()?.id]).toEqual(['improve', 'b']);
  const start = form.start();
  expect(start).toMatchObject({ keep: 0, cap: null });
  expect(unpackTimetable(start?.timetable ?? new Int32Array())).toEqual(timetable);
});

test('changing as little as possible has a weight and, if one is typed, a limit', () => {
  const form = formOf([record('a')]);
  form.chooseMode('keep');
  expect(form.start()).toMatchObject({ keep: 5, cap: null });
  form.type('keep', '12');
  form.type('cap', ' 3 ');
  expect(form.start()).toMatchObject({ keep: 12, cap: 3 });
  form.type('cap', 'many');
  expect([...form.wrong()]).toEqual(['cap']);
  expect(form.start()).toBeUndefined();
  form.chooseMode('improve');
  expect(form.wrong().size).toBe(0);
});

test.each([
  ['keep', '', undefined],
  ['keep', '1001', undefined],
  ['keep', '2.5', undefined],
  ['keep', '0', 0],
  ['cap', '', null],
  ['cap', '-1', undefined],
  ['cap', '0', 0],
] as const)('%s "%s" is %s', (field, text, value) => {
  expect(parseStartField(field, text)).toBe(value);
});
